-- The board counts those of a day, and the old ones are forgotten.
create index unusable_packet_received on unusable_packet (received_at);

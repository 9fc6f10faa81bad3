-- What this service's listeners could not act on, kept for an operator. A replayed one stays: its topic can be read again.
create table dead_letter (
    consumer      text not null, -- the group that failed on it
    topic         text not null, -- where the event was told, not where it was laid aside
    at_partition  integer not null,
    at_offset     bigint not null,
    event_id      text,
    type          text,
    key           text,
    told_at       timestamptz not null,
    failed_at     timestamptz not null,
    reason        text not null,
    header_names  text[] not null,
    header_values bytea[] not null,
    body          bytea, -- bytes: it may be anything
    replayed_at   timestamptz,
    replayed_by   text,
    primary key (consumer, topic, at_partition, at_offset)
);

create index dead_letter_waiting on dead_letter (failed_at) where replayed_at is null;

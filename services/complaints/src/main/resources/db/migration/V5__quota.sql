-- what each client asked for in ten minutes; the client is a keyed hash of its address, kept for a day
create table quota (
  client bytea not null,
  allowance text not null,
  window_start timestamptz not null,
  taken integer not null,
  primary key (client, allowance, window_start)
);
create index on quota (window_start);

-- challenges that were accepted, until they would have run out
create table used_stamp (
  id uuid primary key,
  used_at timestamptz not null,
  expires_at timestamptz not null
);
create index on used_stamp (used_at);
create index on used_stamp (expires_at);

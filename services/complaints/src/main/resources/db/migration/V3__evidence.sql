-- photos and videos, cleaned of what tells of their origin
create table evidence (
  id uuid primary key,
  seq bigint generated always as identity,
  complaint uuid not null,
  kind text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  added_by text not null,
  added_at timestamptz not null
);
create index on evidence (complaint, seq);

-- one MiB a row: neither side ever holds a whole file
create table evidence_chunk (
  evidence uuid not null references evidence (id) on delete cascade,
  number integer not null,
  content bytea not null,
  primary key (evidence, number)
);
-- compressed already
alter table evidence_chunk alter column content set storage external;

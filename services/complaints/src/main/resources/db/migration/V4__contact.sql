-- codes that prove a phone; the phone once as a keyed hash, to count, and once sealed, to hand on
create table one_time_code (
  id uuid primary key,
  phone_hash bytea not null,
  key_id text not null,
  nonce bytea not null,
  ciphertext bytea not null,
  code_hash bytea not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz
);
create index on one_time_code (phone_hash, requested_at desc);
create index on one_time_code (requested_at);

-- messages that wait; what they say is sealed, and forgotten once they are sent
create table sms (
  id uuid primary key,
  key_id text not null,
  nonce bytea not null,
  ciphertext bytea not null,
  created_at timestamptz not null,
  due timestamptz not null,
  until timestamptz not null,
  attempts integer not null default 0,
  done_at timestamptz,
  sent boolean not null default false
);
create index on sms (due) where done_at is null;
create index on sms (done_at) where done_at is not null;

-- stands in for phones on a platform for trying out; empty everywhere else
create table mailbox (
  id uuid primary key,
  phone text not null,
  text text not null,
  at timestamptz not null
);

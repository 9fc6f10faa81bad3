-- who reported, apart from what was reported; sealed under a key that is not in the database
create table identity (
  complaint uuid primary key,
  key_id text not null,
  nonce bytea not null,
  ciphertext bytea not null,
  -- what a page needs to know without opening it
  named boolean not null,
  mobile boolean not null,
  changed_at timestamptz not null
);
create index on identity (key_id);

-- every look; never changed
create table identity_look (
  id uuid primary key,
  complaint uuid not null,
  reader text not null,
  bureau text,
  reason text not null,
  at timestamptz not null
);
create index on identity_look (at desc);
create index on identity_look (complaint);

create function identity_look_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a look is never changed';
end $$;
create trigger identity_look_stays before update or delete on identity_look
  for each statement execute function identity_look_stays();

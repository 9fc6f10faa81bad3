create table acted (event_id text not null, exceedance text not null);
create table clue (id text primary key, revision bigint not null);
create table mended (exceedance text primary key);

-- A file with a clock, and the fact that is told when the clock wakes it.
create table file (
    id      text primary key,
    version integer not null default 0
);

create table rung (
    id      bigint generated always as identity primary key,
    subject text not null,
    moment  timestamptz not null,
    at      timestamptz not null default clock_timestamp(),
    body    text not null
);

create table rung (
    subject text not null,
    moment  timestamptz not null
);

create table file (
    id text primary key
);

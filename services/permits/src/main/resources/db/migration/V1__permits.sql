create table unit (
    code          text primary key, -- unified social credit code, GB 32100-2015
    name          text not null,
    trade         text not null,
    address       text not null,
    longitude     numeric,          -- degrees, WGS 84
    latitude      numeric,
    registered_at timestamptz not null,
    check ((longitude is null) = (latitude is null))
);

create table outlet (
    unit      text not null references unit,
    code      text not null, -- HJ 608-2017
    name      text not null,
    receiving text not null,
    longitude numeric,
    latitude  numeric,
    primary key (unit, code),
    check ((longitude is null) = (latitude is null))
);

create table permit (
    number          text primary key, -- HJ 608-2017
    unit            text not null references unit,
    management_type text not null check (management_type in ('key', 'simplified')),
    issued_by       text not null,
    valid_from      date not null,
    valid_to        date not null,
    state           text not null check (state in ('draft', 'submitted', 'returned', 'granted')),
    drafter         text not null,
    submitter       text,
    submitted_at    timestamptz,
    decider         text,             -- who granted or returned it
    decided_at      timestamptz,
    return_reason   text,
    version         bigint not null,
    changed_at      timestamptz not null
);
create index on permit (unit);
create index on permit (state, submitted_at);

create table permitted_limit (
    permit    text not null references permit on delete cascade,
    line      int not null, -- the order in which the permit names them
    outlet    text not null,
    pollutant text not null, -- HJ 212-2017 table B.1
    min       numeric,
    max       numeric,
    primary key (permit, line),
    unique (permit, outlet, pollutant),
    check (min is not null or max is not null)
);

-- source: whether the sources of drinking water meet their standard, month by month and once a year in full

create table source_assessment (
    site           text not null references site,
    span           text not null check (span in ('month', 'year')),
    period         text not null,
    first_day      date not null,
    revision       int not null,
    latest         boolean not null,
    source_kind    text not null,
    full_index     boolean not null,
    water_class    smallint,
    meets          boolean,
    exceeded       text not null,
    items          int not null,
    missing        text not null,
    without_value  text,
    supply_per_day numeric,
    standard       text not null,
    samples        text not null,
    working        text not null,
    assessed_at    timestamptz not null,
    primary key (site, period, revision)
);
create unique index source_assessment_latest on source_assessment (site, period) where latest;
create index source_assessment_period on source_assessment (first_day, span) where latest;

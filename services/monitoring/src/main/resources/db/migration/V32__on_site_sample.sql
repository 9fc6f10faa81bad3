-- onsite: samples that the authority took at outlets

create table on_site_sample (
    id           bigint generated always as identity primary key,
    unit         text not null,
    outlet       text not null,
    permit       text not null references permit,
    sampled_at   timestamptz not null,
    report       text not null,          -- number of the laboratory's report
    officer      text not null,          -- posts of the two who were there
    second       text not null,
    laboratory   text not null,
    state        text not null check (state in ('entered', 'confirmed', 'withdrawn')),
    entered_by   text not null,
    entered_at   timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz,
    reason       text,                   -- why it was withdrawn
    version      bigint not null,
    check (officer <> second),
    check (confirmed_by <> entered_by)
);
create unique index on_site_sample_report on on_site_sample (unit, outlet, report) where state <> 'withdrawn';
create index on_site_sample_outlet on on_site_sample (unit, outlet, sampled_at);
create index on_site_sample_waiting on on_site_sample (entered_at) where state = 'entered';

create table on_site_value (
    sample    bigint not null references on_site_sample,
    pollutant text not null,
    reported  text not null,             -- as the report has it
    value     numeric not null,          -- in the pollutant's own unit; below detection: half
    primary key (sample, pollutant)
);

-- judgement: values of hours that people put in the place of missing or invalid ones; they count for amounts and prove no exceedance

create table substituted_value (
    id            bigint generated always as identity primary key,
    device        int not null references device,
    hour          timestamp not null,   -- beginning, the device's local time
    pollutant     text not null,
    value         numeric not null,     -- in the pollutant's own unit
    method        text not null check (method in ('manual', 'hj356-8')),
    reason        text not null,
    entered_by    text not null,
    entered_at    timestamptz not null,
    superseded_at timestamptz           -- another took its place
);
create unique index substituted_value_current on substituted_value (device, hour, pollutant) where superseded_at is null;

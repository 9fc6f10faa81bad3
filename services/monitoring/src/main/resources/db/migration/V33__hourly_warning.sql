-- hourwarning: hours over the limit, each told once; early warnings, no violations

create table hourly_warning (
    id              text primary key,
    device          int not null references device,
    unit            text not null,
    outlet          text not null,
    pollutant       text not null,
    hour            timestamp not null,  -- beginning, the device's local time
    value           numeric not null,
    lower           numeric,
    upper           numeric,
    unit_of_measure text not null,
    multiple        numeric,
    permit          text not null,
    limit_set       text not null,
    told_at         timestamptz not null,
    keep_sample     bigint references device_command, -- the order to keep a sample
    acknowledged_at timestamptz,
    acknowledged_by text,
    unique (device, hour, pollutant)
);
create index hourly_warning_outlet on hourly_warning (unit, outlet, hour);
create index hourly_warning_waiting on hourly_warning (told_at) where acknowledged_at is null;

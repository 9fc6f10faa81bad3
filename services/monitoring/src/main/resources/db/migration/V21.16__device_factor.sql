-- device: what each device measures, with which analyser, over which range; earlier settings stay

create table device_factor (
    device     int not null references device,
    pollutant  text not null,            -- code of HJ 212-2017
    low        numeric not null,         -- measuring range, in unit
    high       numeric not null,
    resolution numeric,                  -- smallest step the analyser shows, in unit
    unit       text not null,            -- the code's own unit, in which values are sent; 1 for pH
    analyser   text not null default '', -- make and model
    serial     text not null default '', -- as CN 3019 tells it
    valid_from timestamptz not null,
    valid_to   timestamptz,              -- null while it holds
    changed_by text not null,
    primary key (device, pollutant, valid_from),
    constraint device_factor_range check (low < high)
);
create unique index device_factor_now on device_factor (device, pollutant) where valid_to is null;

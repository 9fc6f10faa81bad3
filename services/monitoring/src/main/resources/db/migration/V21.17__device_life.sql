-- device: tested before it is put in service; out of service for a reason, with consent where the law asks for it

alter table device drop constraint device_state_check;
alter table device add constraint device_state_check
    check (state in ('registered', 'tested', 'in-service', 'out-of-service', 'removed'));

-- Acceptance (验收, HJ 354-2019), passed or not.
create table device_test (
    id          bigint generated always as identity primary key,
    device      int not null references device,
    tested_on   date not null,
    report      text not null, -- number of the report
    passed      boolean not null,
    note        text not null default '',
    heard_at    timestamptz,   -- when its packets last reached the port before, with the right password
    recorded_by text not null,
    recorded_at timestamptz not null
);
create index device_test_device on device_test (device, id);

-- A unit asks to stop or remove a device: the bureau answers within 5 working days, and its silence is consent.
create table device_stop_request (
    id          bigint generated always as identity primary key,
    device      int not null references device,
    kind        text not null check (kind in ('maintenance', 'removed')),
    reason      text not null,
    received_on date not null,
    due         date not null, -- last day of the answer
    recorded_by text not null,
    recorded_at timestamptz not null,
    answer      text check (answer in ('granted', 'refused')),
    answer_note text,
    answered_by text,
    answered_at timestamptz,
    used_at     timestamptz    -- when the device was stopped by it
);
create index device_stop_request_device on device_stop_request (device, id);
create index device_stop_request_open on device_stop_request (due) where answer is null and used_at is null;

-- A time out of service.
create table device_outage (
    id          bigint generated always as identity primary key,
    device      int not null references device,
    kind        text not null check (kind in ('fault', 'maintenance', 'removed')),
    reason      text not null,
    began_at    timestamptz not null, -- when the fault was there, or the device was stopped
    reported_at timestamptz not null, -- when the bureau knew
    report_due  timestamptz,          -- of faults: 12 hours
    repair_due  timestamptz,          -- of faults: 5 working days, or sooner where that is set
    recorded_by text not null,
    ended_at    timestamptz
);
create unique index device_outage_open on device_outage (device) where ended_at is null;
create index device_outage_device on device_outage (device, id);

-- Manual samples that stand in for the device meanwhile: 4 a day, 6 hours apart at most.
create table device_outage_sample (
    outage      bigint not null references device_outage,
    taken_at    timestamptz not null,
    note        text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    primary key (outage, taken_at)
);

-- command: what is asked of devices, and how they answered

create table device_command (
    id               bigint generated always as identity primary key,
    device           int not null references device,
    kind             text not null check (kind in ('set-time', 'set-interval', 'hour-records', 'day-records', 'keep-sample')),
    interval_seconds int,         -- of set-interval
    records_from     timestamp,   -- of records: the device's local time, both included
    records_to       timestamp,
    state            text not null check (state in ('waiting', 'sent', 'accepted', 'executed', 'failed', 'unanswered')),
    ordered_by       text not null,
    ordered_at       timestamptz not null,
    qn               text,        -- names the exchange; since it was first sent
    attempts         int not null default 0,
    sent_at          timestamptz, -- last
    accepted_at      timestamptz,
    ended_at         timestamptz,
    outcome          text,        -- why it failed or stayed unanswered
    act_at           timestamptz not null, -- when it is sent again or given up
    constraint device_command_interval check ((kind = 'set-interval') = (interval_seconds is not null)),
    constraint device_command_records check ((kind in ('hour-records', 'day-records')) = (records_from is not null and records_to is not null))
);
create index device_command_device on device_command (device, id);
create index device_command_open on device_command (device, id) where state in ('waiting', 'sent', 'accepted');
create unique index device_command_exchange on device_command (device, qn);

-- gap: records of hours and days that did not come, and what was done about it

create table record_gap (
    id           bigint generated always as identity primary key,
    device       int not null references device,
    kind         text not null check (kind in ('hour-records', 'day-records')),
    first_record timestamp not null, -- beginning of the first record that is missing; the device's local time
    last_record  timestamp not null,
    found_at     timestamptz not null,
    asks         int not null,
    command      bigint not null references device_command, -- the latest that asks for them
    state        text not null check (state in ('open', 'filled', 'given-up')),
    ended_at     timestamptz
);
create index record_gap_device on record_gap (device, id);
create index record_gap_open on record_gap (device) where state = 'open';

-- Devices that are in service already are looked at in the next minutes, one after the other.
insert into alarm (subject, kind, moment, try_at)
select 'device/' || id, 'record-gaps', at, at
from (select id, now() + make_interval(secs => 60 + id % 600) as at from device where state = 'in-service') as devices;

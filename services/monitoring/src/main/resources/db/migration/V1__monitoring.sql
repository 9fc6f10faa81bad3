-- permitlimit: the permits' register as monitoring needs it; the newest version of each permit

create table permit (
    number     text primary key,
    version    bigint not null,
    unit       text not null,
    unit_name  text not null,
    status     text not null,
    valid_from date not null,
    valid_to   date not null
);

create table permit_outlet (
    permit text not null references permit,
    code   text not null,
    name   text not null,
    primary key (permit, code)
);

-- The decimals of a bound count: numeric keeps 50 and 50.0 apart.
create table permit_limit (
    permit          text not null,
    outlet          text not null,
    pollutant       text not null,
    lower           numeric,
    upper           numeric,
    unit_of_measure text not null,
    valid_from      date not null,
    valid_to        date,
    limit_set       text not null,
    foreign key (permit, outlet) references permit_outlet
);
create index permit_limit_outlet on permit_limit (permit, outlet);

-- device

create table device (
    id                      int generated always as identity primary key,
    mn                      text not null unique,
    password_salt           bytea not null,
    password_hash           bytea not null,
    unit                    text not null,
    outlet                  text not null,
    permit                  text not null,
    report_interval_seconds int not null check (report_interval_seconds between 30 and 3600),
    state                   text not null check (state in ('registered', 'in-service', 'out-of-service')),
    state_since             timestamptz not null,
    registered_at           timestamptz not null,
    version                 bigint not null,
    foreign key (permit, outlet) references permit_outlet (permit, code)
);
create index device_outlet on device (unit, outlet);
create index device_permit on device (permit);

-- What came from a device; apart from the device's row, because it changes with every batch.
create table device_traffic (
    device          int primary key references device,
    packets         bigint not null default 0, -- kept, each once
    repeats         bigint not null default 0, -- sent again and equal
    changes         bigint not null default 0, -- sent again and different
    last_packet_at  timestamptz,               -- data
    last_contact_at timestamptz                -- heartbeats and requests
);

-- Silent after twice the interval and three answers' time (10 s each) without data; counted anew from when it was put in service.
create view device_health as
select d.id as device,
       greatest(t.last_packet_at, d.state_since) as quiet_since,
       case when d.state = 'in-service' then greatest(t.last_packet_at, d.state_since)
           + make_interval(secs => 2 * d.report_interval_seconds + 30) end as silent_from
from device d
left join device_traffic t on t.device = d.id;

-- intake: what was not taken

create table refusal (
    id              bigint generated always as identity primary key,
    reason          text not null,
    mn              text not null,
    remote          text not null,
    cn              text not null, -- of the last packet
    packets         bigint not null,
    first_seen      timestamptz not null,
    last_seen       timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    note            text,
    version         bigint not null default 0
);
-- What goes on after it was acknowledged is a new refusal.
create unique index refusal_waiting on refusal (reason, mn, remote) where acknowledged_at is null;
create index refusal_last_seen on refusal (last_seen);

-- Every rejected frame is counted; of each source the latest are kept.
create table rejected_count (
    remote text not null,
    reason text not null,
    hour   timestamptz not null,
    frames bigint not null,
    bytes  bigint not null,
    primary key (hour, remote, reason)
);

create table rejected_frame (
    id          bigint generated always as identity primary key,
    remote      text not null,
    reason      text not null,
    received_at timestamptz not null,
    length      bigint not null,
    raw         bytea not null -- its beginning, passwords masked
);
create index rejected_frame_remote on rejected_frame (remote, id);

-- reading: one row per packet

-- What a packet says, without its numbers: the same from packet to packet of a device.
create table packet_layout (
    id     int generated always as identity primary key,
    layout text not null unique
);

-- version: 1, and one more for each later packet that says something else about the same.
create table packet (
    data_time   timestamp not null,   -- the device's local time: moment, or start of the period
    received_at timestamptz not null,
    device      int not null,
    part        int not null,         -- PNO, 0 for a packet that is the only one
    layout      int not null,
    cn          smallint not null,
    version     smallint not null,
    numbers     text not null,        -- as sent, in the layout's order
    primary key (device, cn, data_time, part, version)
) partition by range (data_time);

-- Months that nobody expected: clocks gone wrong, records of years ago.
create table packet_other partition of packet default;

-- Makes the partition of a month, with what came for it before; true if it was not there.
create function make_packet_month(first_day date) returns boolean language plpgsql as $$
declare
    partition_name text := 'packet_' || to_char(first_day, 'YYYY_MM');
    next_month date := (first_day + interval '1 month')::date;
begin
    if to_regclass(partition_name) is not null then
        return false;
    end if;
    lock table packet_other in access exclusive mode;
    if to_regclass(partition_name) is not null then
        return false; -- another replica was first
    end if;
    execute format('create table %I (like packet including defaults including constraints)', partition_name);
    execute format('with early as (delete from packet_other where data_time >= %L and data_time < %L returning *)
                    insert into %I select * from early', first_day, next_month, partition_name);
    execute format('alter table packet attach partition %I for values from (%L) to (%L)',
                   partition_name, first_day, next_month);
    return true;
end
$$;

-- How far the topic was read, in the transaction that keeps what was read: a repeated delivery changes nothing.
create table reading_progress (
    topic_id    text not null, -- a topic that is made anew has another
    partition   int not null,
    next_offset bigint not null,
    primary key (topic_id, partition)
);

-- Packets that were taken in and say nothing that can be kept as a reading.
create table unusable_packet (
    id          bigint generated always as identity primary key,
    mn          text not null,
    reason      text not null,
    remote      text not null,
    received_at timestamptz not null,
    raw         bytea not null -- passwords masked
);
create index unusable_packet_mn on unusable_packet (mn, received_at);

-- judgement: what was found about the daily mean of each pollutant; a day that is judged again gets a further revision

create table judgement (
    device          int not null references device,
    day             date not null,
    pollutant       text not null,  -- code of 2017; as sent where it is unknown
    revision        int not null,
    latest          boolean not null,
    sent            numeric,        -- as sent, in the code's own unit
    sent_unit       text not null,
    flag            text,
    outcome         text not null check (outcome in ('meets', 'too-low', 'too-high', 'not-judged')),
    reason          text,           -- why it was not judged
    value           numeric,        -- in the limit's unit
    rounded         numeric,        -- to the limit's decimals
    lower           numeric,
    upper           numeric,
    unit_of_measure text,
    multiple        numeric,
    permit          text,
    permit_version  bigint,
    limit_set       text,
    judged_at       timestamptz not null,
    primary key (device, day, pollutant, revision)
);
create unique index judgement_latest on judgement (device, pollutant, day) where latest;
create index judgement_without_limit on judgement (device) where latest and reason = 'no-limit';

-- Exceedances that were told, each once.
create table exceedance (
    id        text primary key,
    unit      text not null,
    outlet    text not null,
    pollutant text not null,
    day       date not null,
    device    int not null references device,
    revision  int not null,
    found_at  timestamptz not null
);
create index exceedance_day on exceedance (day);
create index exceedance_found on exceedance (found_at);

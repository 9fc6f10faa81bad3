-- duty: what was seen to of that which has no such mark of its own; what came today

create table alert_acknowledged (
    kind            text not null,
    ref             text not null, -- names the alert within its kind
    acknowledged_at timestamptz not null,
    acknowledged_by text not null,
    note            text not null,
    primary key (kind, ref)
);

-- Of the district's day on which the latest batch came.
alter table device_traffic
    add column day         date,
    add column day_packets bigint not null default 0,
    add column day_repeats bigint not null default 0;

create index device_command_lost on device_command (ended_at) where state in ('failed', 'unanswered');
create index record_gap_given_up on record_gap (ended_at) where state = 'given-up';

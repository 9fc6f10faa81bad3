-- silence: devices from which nothing comes that should

-- Since when the platform has listened without a break: before that nobody can say who was silent.
create table intake_listening (
    id    int primary key default 1 check (id = 1),
    since timestamptz not null,
    until timestamptz not null -- last noted, every few seconds by each replica that can take packets
);

create table device_silence (
    device   int not null references device,
    since    timestamptz not null, -- when the last data came
    found_at timestamptz not null,
    ended_at timestamptz,
    heard    boolean,              -- whether it ended with data; otherwise the device was taken out of service
    primary key (device, since)
);
create unique index device_silence_open on device_silence (device) where ended_at is null;

-- Silent after twice the interval and three answers' time (10 s each) without data; counted anew from when it was put in service
-- and from when the platform began to listen.
create or replace view device_health as
select d.id as device,
       greatest(t.last_packet_at, d.state_since) as quiet_since,
       case when d.state = 'in-service'
           then greatest(t.last_packet_at, d.state_since, (select since from intake_listening))
               + make_interval(secs => 2 * d.report_interval_seconds + 30) end as silent_from
from device d
left join device_traffic t on t.device = d.id;

-- Devices that are in service already are looked at at once.
insert into alarm (subject, kind, moment, try_at)
select 'device/' || id, 'device-silence', now(), now() from device where state = 'in-service';

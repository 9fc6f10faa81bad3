-- judgement: by hours, by the device's own record, or by the authority's sample, with all that is needed to show it years later

alter table judgement
    drop constraint judgement_pkey,
    alter column device drop not null,              -- null: a sample that was taken on site
    add column unit text,
    add column outlet text,
    add column basis text not null default 'day-record' check (basis in ('hours', 'day-record', 'on-site-sample')),
    add column cause text not null default 'first'
        check (cause in ('first', 'late-data', 'changed-data', 'on-site-sample', 'limit-changed')),
    add column mean numeric,                        -- what is judged, in the code's own unit; sent and flag: the device's own record of the day
    add column unjudged text,                       -- why the mean itself is not judged, whatever the limit
    add column expected int,                        -- hours with discharge
    add column valid int,
    add column suspected boolean not null default false,
    add column rules text not null default '',      -- ids of rules, each with the day from which it holds
    add column working text not null default '',    -- JSON, as it was when it was judged
    add constraint judgement_device_or_sample check ((device is null) = (basis = 'on-site-sample'));

update judgement j set unit = d.unit, outlet = d.outlet, mean = j.sent,
    unjudged = case when j.reason in ('not-normal', 'no-mean', 'day-not-over') then j.reason end
from device d where d.id = j.device;

alter table judgement alter column unit set not null, alter column outlet set not null;
create unique index judgement_revision on judgement (unit, outlet, day, pollutant, device, revision) nulls not distinct;
drop index judgement_latest;
create unique index judgement_latest on judgement (device, pollutant, day) where latest and device is not null;
create unique index judgement_of_outlet on judgement (unit, outlet, pollutant, day, device) nulls not distinct where latest;
create index judgement_of_device on judgement (device, day);
drop index judgement_without_limit;

-- Each exceedance as it was told last.
alter table exceedance
    alter column device drop not null,
    add column stands boolean not null default true,
    add column corrections int not null default 0,
    add column corrected_at timestamptz,
    add column cause text,                          -- of the latest correction
    add column value numeric,
    add column lower numeric,
    add column upper numeric,
    add column unit_of_measure text,
    add column multiple numeric,
    add column permit text,
    add column limit_set text;

update exceedance e set value = j.value, lower = j.lower, upper = j.upper, unit_of_measure = j.unit_of_measure,
    multiple = j.multiple, permit = j.permit, limit_set = j.limit_set
from judgement j
where j.device = e.device and j.day = e.day and j.pollutant = e.pollutant and j.revision = e.revision;

-- Days of devices that wait to be judged by their hours. A row goes when the day is judged.
create table day_due (
    device     int not null references device,
    day        date not null,
    due_at     timestamptz not null, -- when it is looked at next
    changed_at timestamptz not null, -- when the last record of it came
    version    bigint not null default 0,
    primary key (device, day)
);
create index day_due_at on day_due (due_at);

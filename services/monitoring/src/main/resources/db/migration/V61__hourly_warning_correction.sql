-- hourwarning: a warning is withdrawn when its hour is found not to be over the limit, and may stand again

alter table hourly_warning
    alter column value drop not null,     -- the record has no valid mean any more
    alter column limit_set drop not null, -- the permit sets no limit any more
    add column stands boolean not null default true,
    add column revision int not null default 0,
    add column record_version int,        -- of the hour record it was last looked at; null of those told before this was kept
    add column looked_at timestamptz;     -- when it became what it is; null while it is as it was told

-- everything that a warning said, one after the other; revision 0 is what was told first
create table hourly_warning_revision (
    warning        text not null references hourly_warning,
    revision       int not null,
    stands         boolean not null,
    value          numeric,
    lower          numeric,
    upper          numeric,
    multiple       numeric,
    limit_set      text,
    record_version int,
    reason         text not null check (reason in ('first', 'changed-data', 'limit-changed')),
    at             timestamptz not null,
    primary key (warning, revision)
);
insert into hourly_warning_revision (warning, revision, stands, value, lower, upper, multiple, limit_set, reason, at)
select id, 0, true, value, lower, upper, multiple, limit_set, 'first', told_at from hourly_warning;

drop index hourly_warning_waiting;
create index hourly_warning_waiting on hourly_warning (told_at) where acknowledged_at is null and stands;
create index hourly_warning_permit on hourly_warning (permit);

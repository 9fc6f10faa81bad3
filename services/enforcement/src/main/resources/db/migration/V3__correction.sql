-- A sample that the authority took on site has no device.
alter table exceedance alter column device drop not null;

-- What monitoring says now of an exceedance that it told. Kept apart from the evidence: what was told stays, and a correction may come
-- before what it corrects.
create table exceedance_correction (
    exceedance   text primary key,
    revision     int         not null, -- a higher one replaces a lower one
    stands       boolean     not null,
    value        numeric,
    limit_value  numeric,
    limit_min    numeric,
    limit_max    numeric,
    multiple     numeric,
    reason       text        not null,
    limit_set    text,
    device       text,
    corrected_at timestamptz not null
);

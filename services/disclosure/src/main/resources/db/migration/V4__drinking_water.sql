-- drinking: what was told of quarters of drinking water, every revision
create table drinking_report (
    quarter           text not null,  -- 2026-Q3
    revision          int not null,
    points            text not null,  -- JSON
    incomplete_reason text,
    correction_reason text,
    approved_at       timestamptz not null,
    published_at      timestamptz not null,
    primary key (quarter, revision)
);

-- drinking: what was approved of a quarter for publication; a correction is a further revision

create table drinking_report (
    quarter           text not null, -- 2026-Q3
    revision          int not null,
    latest            boolean not null,
    digest            text not null, -- SHA-256 over what the quarter said
    points            text not null, -- JSON as it was approved
    incomplete_reason text not null,
    correction_reason text not null,
    approved_by       text not null,
    approved_at       timestamptz not null,
    outdated_since    timestamptz,   -- a sample of the quarter was released later
    primary key (quarter, revision)
);
create unique index drinking_report_latest on drinking_report (quarter) where latest;

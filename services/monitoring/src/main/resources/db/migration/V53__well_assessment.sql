-- groundwater: the class of each sample of a well

create table well_assessment (
    site         text not null references site,
    sample       text not null references sample,
    work         int not null, -- version of what was found
    latest       boolean not null,
    taken_on     date not null,
    water_class  smallint,
    decisive     text not null,
    target_class smallint,
    meets_target boolean,
    items        int not null,
    missing      text not null,
    without_value text,
    working      text not null,
    assessed_at  timestamptz not null,
    primary key (sample, work)
);
create unique index well_assessment_latest on well_assessment (sample) where latest;
create index well_assessment_day on well_assessment (taken_on) where latest;

-- assessment: waters and basins by their sections, what counts as a decline, and what was made of it

create table water_assessment (
    water           text not null, -- code of a water body; district for all sections
    scope           text not null check (scope in ('water-body', 'basin', 'district')),
    name            text not null, -- empty for the district
    span            text not null check (span in ('month', 'quarter', 'year')),
    period          text not null,
    first_day       date not null,
    revision        int not null,
    latest          boolean not null,
    method          text check (method in ('mean', 'shares')), -- null where there was nothing to assess
    water_class     smallint,
    quality_level   text,
    counts          int[] not null, -- sections by class, class I first, the sixth worse than V
    main_pollutants text not null,
    without_value   text not null, -- names of sections without a class
    provisional     boolean not null,
    sections        text not null, -- code/revision of each assessment it rests on
    working         text not null,
    assessed_at     timestamptz not null,
    primary key (water, period, revision)
);
create unique index water_assessment_latest on water_assessment (water, period) where latest;
create index water_assessment_period on water_assessment (first_day, span) where latest;

-- What a section had in the base year, against which it may not get worse.
create table base_value (
    site        text not null references site,
    year        int not null,
    revision    int not null,
    latest      boolean not null,
    water_class smallint not null check (water_class between 1 and 6),
    found       jsonb not null, -- means by the key of the item
    source      text not null,
    entered_by  text not null,
    entered_at  timestamptz not null,
    primary key (site, year, revision)
);
create unique index base_value_latest on base_value (site, year) where latest;

create table decline (
    site        text not null references site,
    period      text not null,
    first_day   date not null,
    revision    int not null, -- of the assessment that shows it
    state       text not null check (state in ('flagged', 'explained', 'answered', 'lifted')),
    why         text not null,
    cause       text not null,
    cause_by    text,
    cause_at    timestamptz,
    measures    text not null,
    measures_by text,
    measures_at timestamptz,
    version     bigint not null,
    primary key (site, period)
);
create index decline_open on decline (first_day) where state in ('flagged', 'explained');

-- black-odorous waters: points along a body, rounds, grades

alter table site drop constraint site_kind_check;
alter table site add constraint site_kind_check
    check (kind in ('water-body', 'reach', 'section', 'source', 'well', 'station', 'point'));

-- What was found at a point on a day; a correction is a further revision.
create table odorous_value (
    point           text not null references site,
    day             date not null,
    revision        int not null,
    latest          boolean not null,
    transparency    numeric, -- cm
    depth           numeric, -- cm; null for 25 and more
    clear_to_ground boolean not null,
    oxygen          numeric, -- mg/L
    redox           numeric, -- mV
    ammonia         numeric, -- mg/L
    reason          text not null, -- of a correction
    entered_by      text not null,
    entered_at      timestamptz not null,
    primary key (point, day, revision)
);
create unique index odorous_value_latest on odorous_value (point, day) where latest;

-- The grade of a body over the rounds of a span of days.
create table odorous_grade (
    water        text not null references site,
    first_day    date not null,
    last_day     date not null,
    revision     int not null,
    latest       boolean not null,
    grade        text check (grade in ('none', 'light', 'severe')),
    points       int not null,
    light_points int not null,
    severe_points int not null,
    rounds       int not null,
    severe_reaches text not null,
    point_grades text not null, -- a line for each point
    shortages    text not null, -- what the guide wants and the rounds do not have
    working      text not null,
    graded_by    text not null,
    graded_at    timestamptz not null,
    primary key (water, first_day, last_day, revision)
);
create unique index odorous_grade_latest on odorous_grade (water, first_day, last_day) where latest;

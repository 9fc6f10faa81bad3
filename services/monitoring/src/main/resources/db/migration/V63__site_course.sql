-- Where water bodies and reaches run, for maps; drawn anew is a further version.
create table site_course (
    site     text not null references site,
    version  int not null,
    latest   boolean not null,
    shape    text not null, -- GeoJSON geometry, WGS 84
    reason   text not null,
    drawn_by text not null,
    drawn_at timestamptz not null,
    primary key (site, version)
);
create unique index site_course_latest on site_course (site) where latest;

-- network: what is monitored, and where

create table site (
    code           text primary key,
    kind           text not null check (kind in ('water-body', 'reach', 'section', 'source', 'well', 'station')),
    name           text not null,
    parent         text references site, -- the water of a reach, the reach or water of a section, what a station stands at
    water_type     text check (water_type in ('river', 'lake')),
    level          text not null check (level in ('national', 'provincial', 'municipal', 'district')),
    longitude      numeric,
    latitude       numeric,
    target_class   smallint check (target_class between 1 and 5),
    source_kind    text check (source_kind in ('surface', 'groundwater')),
    supply_per_day numeric, -- m³
    population     int,
    well_depth     numeric, -- m
    aquifer        text check (aquifer in ('unconfined', 'confined')),
    note           text not null default '',
    state          text not null check (state in ('proposed', 'approved', 'active', 'moved', 'ended')),
    proposed_by    text not null,
    valid_from     date, -- once it is active
    valid_to       date, -- once it has ended
    version        bigint not null
);
create index site_parent on site (parent);
create index site_kind on site (kind, state);

-- What a site was at each of its versions: an assessment of years ago finds the target and the place of its day.
create table site_version (
    site           text not null references site,
    version        bigint not null,
    change         text not null,
    effective_from date not null,
    changed_at     timestamptz not null,
    changed_by     text not null,
    reason         text not null,
    name           text not null,
    parent         text,
    water_type     text,
    level          text not null,
    longitude      numeric,
    latitude       numeric,
    target_class   smallint,
    state          text not null,
    primary key (site, version)
);
create index site_version_day on site_version (site, effective_from, version);

-- Protection zones of sources of drinking water: the district drafts, the province approves.
create table protection_zone (
    id          bigint generated always as identity primary key,
    site        text not null references site,
    level       text not null check (level in ('level1', 'level2', 'quasi')),
    outline     text,    -- GeoJSON geometry as handed in
    area        numeric, -- km²
    description text not null,
    state       text not null check (state in ('surveyed', 'plan-drafted', 'public-comment', 'submitted', 'approved', 'marked')),
    state_since date not null,
    document    text not null default '',
    version     bigint not null
);
create index protection_zone_site on protection_zone (site);

-- network: where drinking water leaves the works and where it comes out of taps, and whose people sample what

alter table site drop constraint site_kind_check;
alter table site add constraint site_kind_check
    check (kind in ('water-body', 'reach', 'section', 'source', 'well', 'station', 'point', 'works-outlet', 'tap'));
alter table site add column supplier text check (supplier in ('WATER', 'HOUSING')); -- looks after a waterworks
alter table site add column disinfection text check (disinfection in
    ('chlorine', 'hypochlorite', 'chloramine', 'ozone', 'chlorine-dioxide', 'compound-chlorine-dioxide'));
alter table site add constraint site_supplier check ((kind = 'works-outlet') = (supplier is not null));
alter table site add column bureau text not null generated always as
    (case kind when 'tap' then 'HEALTH' when 'works-outlet' then supplier else 'ENV' end) stored;

-- A certificate counts at the points of the bureau whose laboratory head registered it.
alter table analyst_certificate add column bureau text not null default 'ENV';

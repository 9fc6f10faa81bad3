-- device: at an outlet of a permit, or at a site of the network; where its place is on the map

alter table permit_outlet
    add column longitude numeric, -- degrees, WGS 84; of permits that were told since this is kept
    add column latitude  numeric;

alter table device
    alter column unit drop not null,
    alter column outlet drop not null,
    alter column permit drop not null,
    add column site text references site,
    add column registered_by text, -- account; nobody knows it of devices registered before
    add constraint device_place check (num_nonnulls(unit, outlet, permit) = case when site is null then 3 else 0 end);
create index device_site on device (site);

-- What a device's place is called, and where it is.
create view device_place as
select d.id as device,
       p.unit_name,
       o.name as outlet_name,
       s.name as site_name,
       coalesce(p.unit_name || ' · ' || d.outlet || ' ' || o.name, s.name, '') as place,
       coalesce(o.longitude, s.longitude) as longitude,
       coalesce(o.latitude, s.latitude) as latitude
from device d
left join permit p on p.number = d.permit
left join permit_outlet o on o.permit = d.permit and o.code = d.outlet
left join site s on s.code = d.site;

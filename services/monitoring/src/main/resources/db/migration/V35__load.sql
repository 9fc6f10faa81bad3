-- load: how much of a pollutant flowed at an outlet; a period that is accounted for anew gets a further revision

create table load_account (
    unit                 text not null,
    outlet               text not null,
    pollutant            text not null,
    kind                 text not null check (kind in ('day', 'month', 'year')),
    first_day            date not null,
    revision             int not null,
    latest               boolean not null,
    kilograms            numeric not null,
    substituted_kg       numeric not null, -- of them
    cubic_metres         numeric not null,
    cubic_metres_without numeric not null, -- of water whose load is missing
    counted              int not null,     -- hours
    expected             int not null,
    validity             text not null check (validity in ('valid', 'too-few', 'no-discharge')),
    missing              text not null,    -- hours of a day, days of a month or year
    rule_basis           text not null,    -- by which the validity was judged
    accounted_at         timestamptz not null,
    primary key (unit, outlet, pollutant, kind, first_day, revision)
);
create unique index load_account_latest on load_account (unit, outlet, kind, first_day, pollutant) where latest;
create index load_account_day on load_account (kind, first_day) where latest;

-- Hours of the last two months that are there already are accounted for in the next minutes.
insert into alarm (subject, kind, moment, try_at)
select 'load/' || unit || '/' || outlet || '/' || day, 'load', at, at
from (select d.unit, d.outlet, p.data_time::date as day, now() + make_interval(secs => 60 + min(d.id) % 600) as at
      from packet p join device d on d.id = p.device
      where p.cn = 2061 and p.data_time >= now() - interval '62 days' and p.data_time < date_trunc('day', now())
        and d.unit is not null
      group by d.unit, d.outlet, p.data_time::date) as days
on conflict do nothing;

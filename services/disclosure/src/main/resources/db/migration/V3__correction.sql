-- What monitoring says now of an exceedance that it told; apart from it, because facts may come in any order.
create table exceedance_correction (
    exceedance   text primary key,
    revision     int not null,       -- a higher one replaces a lower one
    stands       boolean not null,
    value        numeric,
    limit_value  numeric,
    limit_min    numeric,
    limit_max    numeric,
    multiple     numeric,
    limit_set    text,
    reason       text not null,      -- late-data, changed-data, on-site-sample, limit-changed
    corrected_at timestamptz not null
);

-- Those that count.
create view standing_exceedance as
select * from exceedance e
where not exists (select from exceedance_correction x where x.exceedance = e.id and not x.stands);

-- An exceedance that no longer stands stays in the list as withdrawn, with what was published of it.
drop view public_exceedance;
create view public_exceedance as
select e.id, e.unit_code, e.unit_name, e.outlet, e.outlet_name, e.pollutant, e.pollutant_name, e.day, e.unit_of_measure, e.permit,
       e.judged_at, e.published_at,
       case when x.stands and x.value is not null then x.value else e.value end as value,
       case when x.stands and x.limit_value is not null then x.limit_value else e.limit_value end as limit_value,
       case when x.stands and x.limit_value is not null then x.limit_min else e.limit_min end as limit_min,
       case when x.stands and x.limit_value is not null then x.limit_max else e.limit_max end as limit_max,
       case when x.stands and x.limit_value is not null then x.multiple else e.multiple end as multiple,
       case when x.stands and x.limit_set is not null then x.limit_set else e.limit_set end as limit_set,
       x.reason as correction_reason,
       x.corrected_at,
       case
           when not x.stands then 'withdrawn'
           when k.furthest = 4 then 'case-filed'
           when k.furthest = 3 then 'yellow-card'
           when k.furthest = 2 then 'clue'
           when k.furthest = 1 then 'dismissed'
           else 'found'
       end as case_status,
       k.case_number,
       k.card_number,
       case k.furthest when 1 then k.dismissal_reason end as dismissal_reason
from exceedance e
left join exceedance_correction x on x.exceedance = e.id
left join lateral (
    select max(case when c.filed_at is not null then 4 when c.dismissed_at is not null then 1 else l.reached end) as furthest,
           max(c.case_number) as case_number,
           max(l.card) as card_number,
           max(c.dismissal_reason) as dismissal_reason
    from (
        select clue, null as card, 2 as reached from clue_exceedance where exceedance = e.id
        union all
        select y.clue, y.number, 3 from card_exceedance c2 join card y on y.number = c2.card where c2.exceedance = e.id
    ) l
    left join clue c on c.id = l.clue
) k on true;

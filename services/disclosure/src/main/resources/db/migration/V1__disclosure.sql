-- What became public, when, and by which event: disclosure's own record. All other tables can be made again from the
-- topics, this one cannot.
create table publication (
    event_id     text primary key, -- CloudEvents id
    kind         text not null,
    type         text not null,    -- CloudEvents type
    about        text not null,    -- in words
    unit         text,             -- credit code of the unit it is about
    happened_at  timestamptz not null,
    told_at      timestamptz not null,
    published_at timestamptz not null
);
create index publication_newest on publication (published_at desc, event_id);

-- Counts every change of what the public sees, so that a page that was made once serves until the next change.
create table edition (
    one          boolean primary key default true check (one),
    number       bigint not null,
    published_at timestamptz
);
insert into edition (number) values (0);

create table exceedance (
    id              text primary key,
    unit_code       text not null,
    unit_name       text not null,
    outlet          text not null,
    outlet_name     text not null,
    pollutant       text not null,
    pollutant_name  text not null,
    day             date not null,
    value           numeric not null, -- unconstrained: 50 and 50.0 stay apart
    limit_value     numeric not null,
    limit_min       numeric,
    limit_max       numeric,
    unit_of_measure text not null,
    multiple        numeric,
    permit          text not null,
    limit_set       text not null,
    judged_at       timestamptz not null,
    published_at    timestamptz not null
);
create index exceedance_by_day on exceedance (day desc, id desc);
create index exceedance_of_unit on exceedance (unit_code, day desc);
create index exceedance_newest on exceedance (published_at desc);

-- A row may be there before its clue was opened here: facts of different topics come in any order, and each fills in
-- its own columns.
create table clue (
    id               text primary key,
    number           text,
    opened_at        timestamptz,
    case_number      text,
    filed_at         timestamptz,
    dismissal_reason text,
    dismissed_at     timestamptz
);

create table clue_exceedance (
    clue       text not null,
    exceedance text not null,
    primary key (exceedance, clue)
);

create table card (
    number       text primary key,
    clue         text not null,
    colour       text not null, -- yellow, red
    unit_code    text not null,
    unit_name    text not null,
    reason       text not null,
    measure      text not null,
    shown_on     date not null,
    shown_at     timestamptz not null,
    published_at timestamptz not null
);
create index card_newest on card (shown_on desc, number desc);
create index card_of_unit on card (unit_code);

create table card_exceedance (
    card       text not null,
    exceedance text not null,
    primary key (exceedance, card)
);

-- What came of an exceedance is read, never written: no order of events can leave it behind. A decision on filing ends
-- a clue; of several clues the one that went furthest counts.
create view public_exceedance as
select e.*,
       case k.furthest
           when 4 then 'case-filed'
           when 3 then 'yellow-card'
           when 2 then 'clue'
           when 1 then 'dismissed'
           else 'found'
       end as case_status,
       k.case_number,
       k.card_number,
       case k.furthest when 1 then k.dismissal_reason end as dismissal_reason
from exceedance e
left join lateral (
    select max(case when c.filed_at is not null then 4 when c.dismissed_at is not null then 1 else l.reached end) as furthest,
           max(c.case_number) as case_number,
           max(l.card) as card_number,
           max(c.dismissal_reason) as dismissal_reason
    from (
        select clue, null as card, 2 as reached from clue_exceedance where exceedance = e.id
        union all
        select y.clue, y.number, 3 from card_exceedance x join card y on y.number = x.card where x.exceedance = e.id
    ) l
    left join clue c on c.id = l.clue
) k on true;

-- The register: the newest version of each permit replaces all earlier ones.
create table permit (
    number          text primary key,
    version         bigint not null,
    unit_code       text not null,
    unit_name       text not null,
    trade           text not null,
    management_type text not null,
    status          text not null,
    issued_by       text not null,
    valid_from      date not null,
    valid_to        date not null,
    changed_at      timestamptz not null
);
create index permit_of_unit on permit (unit_code);

create table outlet (
    permit    text not null references permit on delete cascade,
    code      text not null,
    position  int not null,
    name      text not null,
    receiving text not null,
    longitude numeric, -- degrees east, WGS 84
    latitude  numeric, -- degrees north, WGS 84
    primary key (permit, code)
);

create table outlet_limit (
    permit          text not null,
    outlet          text not null,
    position        int not null,
    pollutant       text not null,
    min             numeric,
    max             numeric,
    unit_of_measure text not null,
    valid_from      date not null,
    valid_to        date not null,
    limit_set       text not null,
    primary key (permit, outlet, position),
    foreign key (permit, outlet) references outlet on delete cascade
);

-- A unit is what its permits say it is; the permit that changed last knows best.
create view unit as
select distinct on (unit_code) unit_code as code, unit_name as name, trade, changed_at
from permit
order by unit_code, changed_at desc, number;

create table anchor (
    service      text not null,
    entries      bigint not null,
    hash         text not null, -- two hashes of one length would prove that the chain was changed: both are kept
    anchored_at  timestamptz not null,
    published_at timestamptz not null,
    primary key (service, entries, hash)
);
create index anchor_newest on anchor (anchored_at desc, service desc);

-- A clue may be about a unit as a whole, and may come from an act that was found after a complaint.
alter table clue
    alter column outlet drop not null,
    alter column outlet_name drop not null,
    drop constraint clue_exceedances_check,
    add column acts int not null default 0 check (acts >= 0),
    add constraint clue_exceedances_check check (exceedances >= 0),
    add constraint clue_evidence_check check (exceedances + acts > 0),
    add constraint clue_outlet_check check (outlet is not null or outlet_name is null);

-- An outlet has one clue that takes further evidence, and so has a unit as a whole, whoever competes to open it.
drop index clue_undecided;
create unique index clue_undecided on clue (unit, outlet) nulls not distinct where state in ('open', 'proposed');

-- Evidence, as complaints told it: nothing of the reporter's.
create table reported_act (
    complaint text        not null, -- id
    unit      text        not null,
    outlet    text,
    clue      uuid        not null references clue,
    place     int         not null check (place > 0),
    number    text        not null, -- what people call the complaint
    act       text        not null, -- in the words of who found it
    found_on  date        not null,
    found_at  timestamptz not null,
    joined_at timestamptz not null,
    unique nulls not distinct (complaint, unit, outlet),
    unique (clue, place)
);

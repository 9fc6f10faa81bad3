-- sign: what bears a sign of tampering, with its records as they were when it was found

create table suspicion (
    id            uuid primary key,
    device        int not null references device,
    mn            text not null,
    unit          text not null,
    unit_name     text not null,
    outlet        text not null,
    outlet_name   text not null,
    sign          text not null,      -- F01 to F20, A5
    rule_version  text not null,
    pollutant     text,               -- null where it is about the device as a whole
    window_from   timestamp not null, -- the device's local time
    window_until  timestamp not null,
    found_at      timestamptz not null,
    finding_zh    text not null,
    finding_en    text not null,
    numbers       jsonb not null,     -- texts by name
    evidence_hash text not null check (evidence_hash ~ '^[0-9a-f]{64}$'),
    records       int not null,
    state         text not null check (state in ('found', 'handed-over', 'dismissed', 'case-filed')),
    count         int not null check (count > 0),
    last_seen     timestamp not null,
    clue          text,
    clue_number   text,
    decided_at    timestamptz,
    outcome       text,
    check (state = 'found' or clue is not null),
    check ((state in ('dismissed', 'case-filed')) = (decided_at is not null))
);
-- While one waits, the same is not told again.
create unique index suspicion_open on suspicion (device, sign, pollutant) nulls not distinct
    where state in ('found', 'handed-over');
create index suspicion_device on suspicion (device, sign, found_at);
create index suspicion_found on suspicion (found_at);
create index suspicion_clue on suspicion (clue) where clue is not null;

create table suspicion_evidence (
    suspicion   uuid not null references suspicion,
    place       int not null,
    cn          smallint not null,  -- 0 for a silence
    data_time   timestamp not null,
    received_at timestamptz not null,
    part        int not null,
    version     smallint not null,
    layout      text not null,
    numbers     text not null,
    primary key (suspicion, place)
);

-- What was found stays as it was found; only what comes of it changes.
create function suspicion_stays() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' then
        raise exception 'what was found is frozen';
    end if;
    if row(old.id, old.device, old.mn, old.unit, old.unit_name, old.outlet, old.outlet_name, old.sign, old.rule_version,
               old.pollutant, old.window_from, old.window_until, old.found_at, old.finding_zh, old.finding_en, old.numbers,
               old.evidence_hash, old.records)
           is distinct from
           row(new.id, new.device, new.mn, new.unit, new.unit_name, new.outlet, new.outlet_name, new.sign, new.rule_version,
               new.pollutant, new.window_from, new.window_until, new.found_at, new.finding_zh, new.finding_en, new.numbers,
               new.evidence_hash, new.records)
    then
        raise exception 'what was found is frozen';
    end if;
    return new;
end
$$;
create trigger suspicion_stays before update or delete on suspicion
    for each row execute function suspicion_stays();
create trigger suspicion_not_emptied before truncate on suspicion
    for each statement execute function suspicion_stays();

create function suspicion_evidence_stays() returns trigger language plpgsql as $$
begin
    raise exception 'evidence is frozen';
end
$$;
create trigger suspicion_evidence_stays before update or delete or truncate on suspicion_evidence
    for each statement execute function suspicion_evidence_stays();

-- Devices that are in service already are looked at in the next minutes, one after the other.
insert into alarm (subject, kind, moment, try_at)
select 'device/' || id, 'fraud-signs', at, at
from (select id, now() + make_interval(secs => 120 + id % 1200) as at from device where state = 'in-service') as devices;

-- A clue may come from a sign of tampering in what a device sent.
alter table clue
    add column suspicions int not null default 0 check (suspicions >= 0),
    drop constraint clue_evidence_check,
    add constraint clue_evidence_check check (exceedances + acts + suspicions > 0);

-- Evidence, as monitoring told it; the frozen records are there.
create table suspicion (
    id             text primary key,
    clue           uuid        not null references clue,
    place          int         not null check (place > 0),
    sign           text        not null,
    sign_name      text        not null,
    pollutant      text,
    pollutant_name text,
    device         text        not null,
    window_from    timestamptz not null,
    window_until   timestamptz not null,
    finding        text        not null,
    rule_version   text        not null,
    evidence_hash  text        not null,
    records        int         not null,
    found_at       timestamptz not null,
    joined_at      timestamptz not null,
    unique (clue, place)
);

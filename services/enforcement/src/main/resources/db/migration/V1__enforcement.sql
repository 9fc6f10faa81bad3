-- How far each series has counted in a year.
create table number_series (
    series text not null,
    year   int  not null,
    last   int  not null check (last > 0),
    primary key (series, year)
);

create table clue (
    id               uuid primary key,
    number           text        not null unique,
    unit             text        not null, -- unified social credit code
    unit_name        text        not null,
    outlet           text        not null,
    outlet_name      text        not null,
    opened_at        timestamptz not null,
    due              date        not null,
    due_provisional  boolean     not null,
    due_rule         text        not null,
    due_source       text        not null,
    exceedances      int         not null check (exceedances > 0),
    state            text        not null,
    sent_back_reason text,
    sent_back_by     text,
    sent_back_at     timestamptz,
    decision         text check (decision in ('file', 'dismiss')),
    proposal_reason  text,
    proposed_by      text,
    proposed_at      timestamptz,
    agreed_by        text,
    agreed_at        timestamptz,
    case_number      text unique,
    version          bigint      not null,
    check (case state
               when 'open' then decision is null and agreed_at is null
               when 'proposed' then proposed_at is not null and agreed_at is null
               when 'filed' then agreed_at is not null and decision = 'file' and case_number is not null
               when 'dismissed' then agreed_at is not null and decision = 'dismiss'
               else false end),
    check (agreed_by <> proposed_by)
);

-- An outlet has one clue that takes further exceedances, whoever competes to open it.
create unique index clue_undecided on clue (unit, outlet) where state in ('open', 'proposed');
create index clue_due on clue (due) where state in ('open', 'proposed');
create index clue_opened on clue (opened_at);

-- Evidence, as monitoring told it.
create table exceedance (
    id              text primary key,
    clue            uuid        not null references clue,
    place           int         not null check (place > 0),
    pollutant       text        not null,
    pollutant_name  text        not null,
    day             date        not null,
    value           numeric     not null,
    limit_value     numeric     not null,
    limit_min       numeric,
    limit_max       numeric,
    unit_of_measure text        not null,
    multiple        numeric,
    permit          text        not null,
    limit_set       text        not null,
    device          text        not null,
    judged_at       timestamptz not null,
    joined_at       timestamptz not null,
    unique (clue, place)
);

create table yellow_card (
    clue          uuid primary key references clue,
    state         text   not null,
    reason        text,
    measure       text check (measure in ('limit-production', 'stop-production')),
    exceedances   text[] not null default '{}',
    drafted_by    text,
    drafted_at    timestamptz,
    return_reason text,
    returned_by   text,
    returned_at   timestamptz,
    number        text unique,
    signed_by     text,
    signed_at     timestamptz,
    shown_on      date,
    version       bigint not null,
    check (case state
               when 'proposed' then drafted_at is null and signed_at is null
               when 'drafted' then drafted_at is not null and signed_at is null
               when 'returned' then drafted_at is not null and returned_at is not null and signed_at is null
               when 'signed' then drafted_at is not null and signed_at is not null and number is not null
               when 'lapsed' then signed_at is null
               else false end),
    check (signed_by <> drafted_by)
);

create index yellow_card_waiting on yellow_card (clue) where state in ('proposed', 'drafted', 'returned');

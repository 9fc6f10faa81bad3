-- The streets and towns of the district, as its supervisor keeps them.
create table street (
    name  text primary key,
    place int not null
);

-- A supervisor's word to a bureau to get on with a complaint (催办), and the bureau's answer.
create table urging (
    id          uuid primary key,
    complaint   uuid        not null references complaint,
    bureau      text        not null,
    words       text        not null,
    by          text        not null,
    at          timestamptz not null,
    answer      text,
    answered_by text,
    answered_at timestamptz,
    check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index urging_of on urging (complaint, at);
create index urging_waiting on urging (bureau, at) where answered_at is null;
create index urging_at on urging (at desc, id);

-- A complaint that is supervised (督办): by whom, why, until when.
create table supervision (
    id        uuid primary key,
    complaint uuid        not null references complaint,
    reason    text        not null, -- of complaints.yaml supervise_when
    demand    text        not null,
    due       date        not null,
    by        text        not null,
    at        timestamptz not null,
    outcome   text,
    closed_by text,
    closed_at timestamptz,
    check ((outcome is null) = (closed_at is null) and (outcome is null) = (closed_by is null))
);
create unique index supervision_open on supervision (complaint) where closed_at is null;
create index supervision_of on supervision (complaint, at);
create index supervision_due on supervision (due, id) where closed_at is null;
create index supervision_at on supervision (at desc, id);

-- The months of which a sample was drawn, so that none is drawn twice.
create table call_back_month (
    month    date primary key check (extract(day from month) = 1),
    size     int         not null,
    drawn_by text        not null,
    drawn_at timestamptz not null
);

-- A reporter who is to be called about the answer (回访). Who it is, is not here.
create table call_back (
    id        uuid primary key,
    month     date        not null references call_back_month,
    complaint uuid        not null references complaint,
    place     int         not null, -- in the sample's order
    outcome   text,                 -- satisfied, unsatisfied, unreachable
    words     text,
    called_by text,
    called_at timestamptz,
    unique (month, complaint),
    check ((outcome is null) = (called_at is null) and (outcome is null) = (called_by is null))
);
create index call_back_of on call_back (complaint);
create index call_back_waiting on call_back (month, place) where called_at is null;

-- Why a complaint was refused, for counting.
alter table complaint
    add column refusal text generated always as ((parts::jsonb) -> 'refusal' ->> 'outcome') stored;

-- All that is counted, so that counting a year reads no complaint.
create index complaint_counted on complaint (received_at)
    include (pollution_type, channel, bureau, street, state, refusal, finding, in_time, satisfaction);
create index complaint_due on complaint (due);
create index complaint_answered on complaint (answered_at) where answered_at is not null;

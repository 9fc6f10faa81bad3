create sequence complaint_number;

-- What the hotline was told and where it stands. The reporter is not here: see identity.
create table complaint (
    id              uuid primary key,
    number          text        not null unique,
    secret_hash     bytea       not null, -- SHA-256
    channel         text        not null,
    received_at     timestamptz not null,
    content         text        not null,
    address         text        not null,
    street          text,
    longitude       numeric,              -- degrees east, WGS 84
    latitude        numeric,              -- degrees north, WGS 84
    subject_name    text,
    pollution_type  text        not null,
    water_subtype   text,
    occurred_on     date,
    wish            text,
    reach           text        not null,
    real_name       boolean     not null,
    superior_due    date,
    hint            uuid,                 -- an earlier complaint that the reporter thinks is the same
    words           tsvector    not null, -- pairs of characters of number, address, subject and content, for searching
    state           text        not null,
    urgent          boolean     not null default false,
    first           uuid references complaint, -- where it was refused because of an earlier one
    bureau          text,
    joint           text[]      not null default '{}',
    handler         text,
    due             timestamptz,          -- of the clock that leads; null where none runs
    due_provisional boolean     not null default false,
    answered_at     timestamptz,
    in_time         boolean,
    finding         text,
    satisfaction    int check (satisfaction between 1 and 5),
    parts           text        not null, -- JSON: what the state is made of, as ComplaintSheet.Parts has it
    version         bigint      not null,
    check ((longitude is null) = (latitude is null)),
    check (state not in ('assigned', 'objected', 'investigating', 'drafted', 'answered', 'reexamining', 'reviewing', 'closed')
           or bureau is not null)
);
create index complaint_received on complaint (received_at desc nulls last, id);
create index complaint_open on complaint (due, id) include (state, bureau)
    where state in ('received', 'accepted', 'assigned', 'objected', 'investigating', 'drafted', 'reexamining', 'reviewing');
create index complaint_state on complaint (state, received_at desc, id);
create index complaint_bureau on complaint (bureau, received_at desc, id) where bureau is not null;
create index complaint_first on complaint (first) where first is not null;
create index complaint_words on complaint using gin (words);
create index complaint_near on complaint (latitude, longitude)
    where state in ('received', 'accepted', 'assigned', 'objected', 'investigating', 'drafted');

-- Which bureaus work on it: what a bureau may see.
create table party (
    bureau      text        not null,
    received_at timestamptz not null,
    complaint   uuid        not null references complaint,
    open        boolean     not null, -- whether somebody still has to do something about it
    primary key (bureau, received_at, complaint)
);
create index party_of on party (complaint);
create index party_open on party (bureau, received_at, complaint) where open;

create table complaint_clock (
    complaint   uuid        not null references complaint,
    place       int         not null,
    clock       text        not null,
    rule        text        not null,
    event       timestamptz not null,
    started_at  timestamptz not null,
    holder      text        not null,
    capped_to   date,
    pauses      text        not null,
    extensions  text        not null,
    told_until  timestamptz,
    stopped_at  timestamptz,
    due         timestamptz not null,
    provisional boolean     not null,
    primary key (complaint, place)
);
create index complaint_clock_provisional on complaint_clock (complaint) where provisional and stopped_at is null;

-- What the clocks told: to whom a complaint has been brought.
create table reminder (
    complaint uuid        not null references complaint,
    clock     text        not null,
    step      text        not null, -- of the reminder plan
    kind      text        not null, -- warning, overdue, over
    tells     text        not null, -- handler, supervisor, head
    holder    text        not null,
    at        timestamptz not null,
    told_at   timestamptz not null,
    primary key (complaint, clock, at, step, tells)
);
create index reminder_told on reminder (told_at);

-- What the reporter may know.
create table step (
    complaint uuid        not null references complaint,
    place     int         generated always as identity,
    at        timestamptz not null,
    what      text        not null,
    bureau    text,
    due       date,
    words     text,
    primary key (complaint, place)
);

-- What was told later.
create table added_fact (
    id        uuid primary key,
    complaint uuid        not null references complaint,
    at        timestamptz not null,
    by        text        not null, -- reporter, or an account's name
    words     text        not null
);
create index added_fact_of on added_fact (complaint, at);

-- What the reporter has still to be told by somebody.
create table notice (
    id         uuid primary key,
    complaint  uuid        not null references complaint,
    kind       text        not null,
    means      text        not null, -- page, sms, phone, letter, platform
    words      text        not null,
    created_at timestamptz not null,
    done_at    timestamptz,
    done_by    text,
    reached    boolean,
    note       text,
    check ((done_at is null) = (reached is null))
);
create index notice_waiting on notice (created_at) where done_at is null;
create index notice_of on notice (complaint, created_at);

-- An act against the law that the investigation found, and the clue that enforcement opened for it.
create table act (
    complaint   uuid primary key references complaint,
    unit        text        not null, -- unified social credit code
    unit_name   text        not null,
    outlet      text,
    act         text        not null,
    found_on    date        not null,
    found_by    text        not null,
    found_at    timestamptz not null,
    clue        text,
    clue_number text,
    came_to     text,        -- clue, case-filed, dismissed
    came_to_at  timestamptz
);
create index act_of_clue on act (clue) where clue is not null;

-- A request that is sent again gets the answer it got before.
create table intake_key (
    key_hash     bytea primary key, -- SHA-256
    request_hash bytea       not null,
    complaint    uuid        not null references complaint deferrable initially deferred,
    at           timestamptz not null
);

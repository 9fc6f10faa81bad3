-- The next moment at which each clock of the service wants attention.
create table alarm (
    subject  text not null, -- what the clock belongs to, such as complaint/0190...
    kind     text not null, -- who handles it
    moment   timestamptz not null,
    try_at   timestamptz not null, -- the moment; later while somebody acts on it, or after a failure
    claim    uuid, -- of whoever acts on it, up to try_at
    attempts integer not null default 0,
    failure  text, -- of the last attempt
    primary key (subject, kind)
);

create index alarm_try_at on alarm (try_at);

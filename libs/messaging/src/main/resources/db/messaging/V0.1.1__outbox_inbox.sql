-- Facts that wait to be told; a row goes when Kafka has it.
create table outbox (
    id          bigint generated always as identity primary key,
    ce_id       uuid not null default uuidv7(),
    topic       text not null,
    key         text not null,
    type        text not null,
    occurred_at timestamptz not null,
    body        text not null -- the JSON as it goes on the wire
);

-- Facts that were acted on. Kept for good: a topic can be read again from its beginning.
create table inbox (
    consumer    text not null,
    event_id    text not null,
    accepted_at timestamptz not null default now(),
    primary key (consumer, event_id)
);

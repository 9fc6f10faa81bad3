-- The log of who changed what. Every entry carries the hash of the one before it; nothing in it is ever changed.
create table audit_log (
    seq       bigint primary key check (seq > 0),
    at        timestamptz not null,
    actor     text not null,
    bureau    text,
    unit      text,
    action    text not null,
    subject   text not null,
    details   text not null, -- canonical JSON, as it was hashed
    prev_hash text not null,
    hash      text not null
);

create index audit_log_subject on audit_log (subject, seq);

-- The last entry's place and hash. Writers lock this one row, so that the chain never forks.
create table audit_head (
    only_row boolean primary key default true check (only_row),
    seq      bigint not null,
    hash     text not null
);

insert into audit_head (seq, hash) values (0, repeat('0', 64));

-- Heads that were told to others: what the chain must still contain.
create table audit_anchor (
    entries     bigint primary key,
    hash        text not null,
    anchored_at timestamptz not null
);

create function audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op;
end
$$;

create trigger audit_log_append_only before update or delete on audit_log
    for each row execute function audit_refuse();
create trigger audit_log_no_truncate before truncate on audit_log
    for each statement execute function audit_refuse();
create trigger audit_anchor_append_only before update or delete on audit_anchor
    for each row execute function audit_refuse();
create trigger audit_anchor_no_truncate before truncate on audit_anchor
    for each statement execute function audit_refuse();
create trigger audit_head_stays before delete on audit_head
    for each row execute function audit_refuse();
create trigger audit_head_no_truncate before truncate on audit_head
    for each statement execute function audit_refuse();

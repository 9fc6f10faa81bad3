-- archive: packets as they came, for evidence; many in one compressed block

create table raw_block (
    received_from  timestamptz not null, -- of its packets, all of one UTC day
    received_until timestamptz not null, -- the last one's
    first_offset   bigint not null,
    next_offset    bigint not null,
    partition      int not null,         -- of the topic
    packets        int not null,
    topic_id       text not null,
    devices        int[] not null,       -- whose packets are in it; 0 of nobody known
    bytes          bytea storage external not null,
    primary key (received_from, partition, first_offset)
) partition by range (received_from);

create table raw_block_other partition of raw_block default;

-- Makes the partition of a month of receipt (UTC); true if it was not there.
create function make_raw_month(first_day date) returns boolean language plpgsql as $$
declare
    partition_name text := 'raw_block_' || to_char(first_day, 'YYYY_MM');
    begins timestamptz := first_day::timestamp at time zone 'UTC';
    ends timestamptz := (first_day + interval '1 month') at time zone 'UTC';
begin
    if to_regclass(partition_name) is not null then
        return false;
    end if;
    lock table raw_block_other in access exclusive mode;
    if to_regclass(partition_name) is not null then
        return false; -- another replica was first
    end if;
    execute format('create table %I (like raw_block including defaults including constraints including storage)', partition_name);
    execute format('with early as (delete from raw_block_other where received_from >= %L and received_from < %L returning *)
                    insert into %I select * from early', begins, ends, partition_name);
    execute format('alter table raw_block attach partition %I for values from (%L) to (%L)', partition_name, begins, ends);
    return true;
end
$$;

-- Drops the partitions of months that ended before; tells how many.
create function drop_raw_months(before date) returns int language plpgsql as $$
declare
    old record;
    dropped int := 0;
begin
    for old in select inhrelid::regclass as name from pg_inherits
               where inhparent = 'raw_block'::regclass and inhrelid::regclass::text ~ '^raw_block_\d{4}_\d{2}$'
                   and to_date(right(inhrelid::regclass::text, 7), 'YYYY_MM') + interval '1 month' <= before loop
        execute format('drop table %s', old.name);
        dropped := dropped + 1;
    end loop;
    delete from raw_block_other where received_from < before::timestamp at time zone 'UTC';
    return dropped;
end
$$;

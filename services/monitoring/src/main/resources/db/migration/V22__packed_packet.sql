-- reading: a packet in less room. Columns in an order that leaves no holes, numbers packed, the moment of receipt in whole
-- seconds (the archive of raw packets has it to the millisecond).

alter table packet rename to packet_as_text;
alter table packet_other rename to packet_as_text_other;
do $$
declare
    old regclass;
begin
    for old in select inhrelid::regclass from pg_inherits
               where inhparent = 'packet_as_text'::regclass and inhrelid <> 'packet_as_text_other'::regclass loop
        execute format('alter table %s rename to %I', old, replace(old::text, 'packet_', 'packet_as_text_'));
    end loop;
end
$$;

-- version: 1, and one more for each later packet that says something else about the same.
create table packet_kept (
    data_time   timestamp not null, -- the device's local time: moment, or start of the period
    received    int not null,       -- seconds since 2000-01-01 UTC
    device      int not null,
    layout      int not null,
    cn          smallint not null,
    part        smallint not null,  -- PNO, 0 for a packet that is the only one
    version     smallint not null,
    numbers     bytea not null,     -- as sent, in the layout's order; see unpacked
    primary key (device, cn, data_time, part, version)
) partition by range (data_time);

-- Months that nobody expected: clocks gone wrong, records of years ago.
create table packet_other partition of packet_kept default;

-- Makes the partition of a month, with what came for it before; true if it was not there.
create or replace function make_packet_month(first_day date) returns boolean language plpgsql as $$
declare
    partition_name text := 'packet_' || to_char(first_day, 'YYYY_MM');
    next_month date := (first_day + interval '1 month')::date;
begin
    if to_regclass(partition_name) is not null then
        return false;
    end if;
    lock table packet_other in access exclusive mode;
    if to_regclass(partition_name) is not null then
        return false; -- another replica was first
    end if;
    execute format('create table %I (like packet_kept including defaults including constraints)', partition_name);
    execute format('with early as (delete from packet_other where data_time >= %L and data_time < %L returning *)
                    insert into %I select * from early', first_day, next_month, partition_name);
    execute format('alter table packet_kept attach partition %I for values from (%L) to (%L)',
                   partition_name, first_day, next_month);
    return true;
end
$$;

-- The numbers of a packet as they were sent, separated by commas. For people; the service has its own (PackedNumbers).
create function unpacked(packed bytea) returns text language plpgsql immutable strict parallel safe as $$
declare
    numbers  text := '';
    at       int := 0;
    code     bigint;
    shift    int;
    decimals int;
    minus    text;
    digits   text;
begin
    while at < length(packed) loop
        numbers := numbers || case when at > 0 then ',' else '' end;
        code := 0;
        shift := 0;
        loop
            code := code | ((get_byte(packed, at) & 127)::bigint << shift);
            shift := shift + 7;
            at := at + 1;
            exit when get_byte(packed, at - 1) < 128;
        end loop;
        decimals := code % 6;
        digits := (code / 6)::text;
        if decimals = 5 then
            numbers := numbers || convert_from(substr(packed, at + 1, digits::int), 'UTF8');
            at := at + digits::int;
            continue;
        end if;
        minus := '';
        if decimals = 4 then
            minus := case when get_byte(packed, at) >= 128 then '-' else '' end;
            decimals := get_byte(packed, at) & 127;
            at := at + 1;
        end if;
        digits := lpad(digits, greatest(length(digits), decimals + 1), '0');
        numbers := numbers || minus || left(digits, length(digits) - decimals)
            || case when decimals > 0 then '.' || right(digits, decimals) else '' end;
    end loop;
    return numbers;
end
$$;

-- Packets as people and statements of other features read them.
create view packet as
select data_time, to_timestamp(946684800::float8 + received) as received_at, device, part, layout, cn, version,
       unpacked(numbers) as numbers, numbers as packed
from packet_kept;

-- Updated with every batch: room in the page for the new row of each.
alter table device_traffic set (fillfactor = 50);

-- A notice's day, and whether what it says was taken back before it was told.
alter table notice
    add column due date,
    add column withdrawn boolean not null default false;

-- The notice that a message brings: whoever gives the message up has it told in another way.
alter table sms add column about uuid;

-- Complaints to which something was added that nobody who works on them has seen.
create table addition (
    complaint uuid primary key references complaint,
    since     timestamptz not null
);
create index addition_since on addition (since, complaint);

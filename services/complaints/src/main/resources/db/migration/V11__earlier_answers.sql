-- The answers that a complaint had before it began again, as parts of it: the bureau sees what was wrong with them.
create table earlier_answer (
    complaint uuid not null references complaint,
    place     int  generated always as identity,
    parts     text not null,
    primary key (complaint, place)
);

-- due is the first of the time limits that run, no longer the one that leads
update complaint c set due = k.due, due_provisional = k.provisional
from (select distinct on (complaint) complaint, due, provisional from complaint_clock
      where stopped_at is null
        and clock in ('CMP-TELL', 'CMP-PLATFORM', 'CMP-ASSIGN', 'CMP-PASS', 'CMP-FINISH', 'CMP-REEX-ANS', 'CMP-REVIEW-ANS')
      order by complaint, due) k
where k.complaint = c.id and c.due is distinct from k.due;

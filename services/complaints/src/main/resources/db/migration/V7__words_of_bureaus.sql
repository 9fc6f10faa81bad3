-- Beside the pairs of characters stand the bureaus that work on a complaint, so that words are looked for among a bureau's own.
update complaint set words = words || array_to_tsvector(array(select bureau from party where complaint = complaint.id))
where exists (select from party where complaint = complaint.id);

-- complaint_counted has the same order
drop index complaint_received;

-- the list by due date, from the last one
create index complaint_due_last on complaint (due desc nulls last);

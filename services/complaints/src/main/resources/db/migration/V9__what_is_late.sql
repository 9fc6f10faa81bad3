-- The clocks that run, by when they are over: what is late is found by them.
create index complaint_clock_running on complaint_clock (due) where stopped_at is null;

-- complaints by due date serve what is late in any state
drop index complaint_open;
create index complaint_open on complaint (due, id) include (state, bureau)
    where state in ('received', 'refused', 'accepted', 'assigned', 'objected', 'investigating', 'drafted', 'reexamining', 'reviewing');

-- a plain hash of what an operator typed gives the phone in it away to whoever tries them all
delete from intake_key;

-- What is known of each complaint in order to count it: not its number, nothing of who complained. Days are the district's.
-- Each step is counted once, on the day of the first of its kind, so that what was told of a month stays.
create table complaint (
    id           text primary key,
    received_on  date,
    type         text,
    subtype      text,
    street       text,
    channel      text,
    accepted_on  date,
    refused_on   date,
    repeat       boolean, -- refused for repeating another
    assigned_on  date,
    assigned_to  text,    -- bureau
    answered_on  date,
    answered_by  text,    -- bureau
    in_time      boolean,
    confirmed    boolean, -- found to be true, wholly or in part
    rated_on     date,
    rated_of     text,    -- bureau
    satisfaction int check (satisfaction between 1 and 5)
);
create index complaint_received on complaint (received_on);
create index complaint_accepted on complaint (accepted_on);
create index complaint_refused on complaint (refused_on);
create index complaint_assigned on complaint (assigned_on);
create index complaint_answered on complaint (answered_on);
create index complaint_rated on complaint (rated_on);

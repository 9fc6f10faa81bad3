-- sample: manual monitoring

-- Who may analyse what, and until when (上岗证).
create table analyst_certificate (
    number        text primary key,
    person        text not null, -- username
    items         text[] not null, -- keys of items; none for all
    valid_from    date not null,
    valid_to      date not null,
    registered_by text not null
);
create index analyst_certificate_person on analyst_certificate (person);

-- What is to be sampled in a month.
create table sampling_plan (
    site       text not null references site,
    month      date not null check (extract(day from month) = 1),
    due        date not null,
    note       text not null,
    planned_by text not null,
    primary key (site, month)
);

create sequence sample_number;

create table sample (
    number    text primary key,
    site      text not null references site,
    taken_on  date not null,
    taken_by  text not null,
    condition text not null check (condition in ('normal', 'ice', 'dry', 'no-access')),
    note      text not null,
    work      int not null, -- the newest version
    version   bigint not null,
    unique (site, taken_on)
);

-- What was found, and how far it is reviewed; a correction is a further one.
create table sample_work (
    sample     text not null references sample,
    work       int not null,
    stage      text not null check (stage in ('draft', 'submitted', 'checked', 'reviewed', 'signed', 'released', 'superseded')),
    reason     text not null, -- of a correction
    submitted_by text, submitted_at timestamptz,
    checked_by   text, checked_at   timestamptz,
    reviewed_by  text, reviewed_at  timestamptz,
    signed_by    text, signed_at    timestamptz,
    released_by  text, released_at  timestamptz,
    primary key (sample, work)
);
create index sample_work_stage on sample_work (stage);

create table sample_value (
    sample      text not null,
    work        int not null,
    item        text not null,
    found       text not null, -- as reported, in the unit of the limit: 0.025L
    method      text not null,
    analyst     text not null,
    analysed_on date not null,
    primary key (sample, work, item),
    foreign key (sample, work) references sample_work
);

-- What was released is locked, whoever asks.
create function refuse_change_of_released() returns trigger language plpgsql as $$
declare
    of_sample text := case when tg_op = 'INSERT' then new.sample else old.sample end;
    of_work   int  := case when tg_op = 'INSERT' then new.work else old.work end;
begin
    if exists (select 1 from sample_work w where w.sample = of_sample and w.work = of_work and w.stage in ('released', 'superseded')) then
        raise exception 'sample % version % is released', of_sample, of_work;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger sample_value_locked before insert or update or delete on sample_value
    for each row execute function refuse_change_of_released();

-- assessment: how good the water at a section was in a month

create table assessment (
    site            text not null references site,
    month           date not null check (extract(day from month) = 1),
    revision        int not null,
    latest          boolean not null,
    water_class     smallint,
    target_class    smallint,
    meets_target    boolean,
    main_pollutants text not null,
    evaluated       int not null,
    missing         text not null,
    without_value   text,
    samples         text not null, -- number/version of each sample it rests on
    working         text not null, -- line by line
    assessed_at     timestamptz not null,
    primary key (site, month, revision)
);
create unique index assessment_latest on assessment (site, month) where latest;
create index assessment_month on assessment (month) where latest;

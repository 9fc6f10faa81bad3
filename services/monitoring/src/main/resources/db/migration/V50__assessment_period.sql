-- assessment: quarters and years beside months

alter table assessment rename column month to first_day;
alter table assessment
    add column span        text not null default 'month' check (span in ('month', 'quarter', 'year')),
    add column period      text, -- 2026-11, 2026-Q4, 2026
    add column provisional boolean not null default false, -- months lack without a reason, or are still to come
    add column found       jsonb not null default '{}'; -- the means, by the key of the item, as printed: 0.025L
update assessment set period = to_char(first_day, 'YYYY-MM');
alter table assessment
    alter column span drop default,
    alter column period set not null,
    drop constraint assessment_pkey,
    add primary key (site, period, revision);
drop index assessment_latest;
drop index assessment_month;
create unique index assessment_latest on assessment (site, period) where latest;
create index assessment_period on assessment (first_day, span) where latest;

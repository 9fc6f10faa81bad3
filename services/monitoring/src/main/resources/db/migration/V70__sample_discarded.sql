-- sample: one that was registered wrongly is discarded; it stays on record, its site and day are free again
alter table sample add column discarded boolean not null default false;
alter table sample drop constraint sample_site_taken_on_key;
create unique index sample_standing on sample (site, taken_on) where not discarded;
create index sample_site on sample (site, taken_on);

alter table sample_work drop constraint sample_work_stage_check;
alter table sample_work add constraint sample_work_stage_check
    check (stage in ('draft', 'submitted', 'checked', 'reviewed', 'signed', 'released', 'superseded', 'discarded'));
alter table sample_work add column remark text not null default ''; -- why a draft was sent back, or why it was discarded

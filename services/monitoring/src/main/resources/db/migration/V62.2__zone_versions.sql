-- network: a protection zone is drawn anew or ended, never changed; what it was stays

alter table protection_zone add column drawn_by text not null default '';
alter table protection_zone add column replaces bigint references protection_zone;
alter table protection_zone add column ended_on date;
alter table protection_zone add column end_document text not null default '';
alter table protection_zone add constraint protection_zone_ended check ((ended_on is null) = (end_document = ''));

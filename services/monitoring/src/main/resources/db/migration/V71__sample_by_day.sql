-- sample: what was taken in a period, for reports and quarters
create index sample_day on sample (taken_on);

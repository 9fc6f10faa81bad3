-- drinking: whether a quarter is outdated is seen from what is known now, a mark could miss or outlive it

alter table drinking_report drop column outdated_since;

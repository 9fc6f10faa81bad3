-- what was found of an item, whatever the sample: the list of chemicals, the level of a well
create index sample_value_item on sample_value (item);

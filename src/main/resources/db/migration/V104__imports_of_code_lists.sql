-- Rows of a code list name each other, so that they are entered in another order than they stand in the file.
alter table import_row add column position bigint;
update import_row set position = line;
alter table import_row alter column position set not null;
create index import_row_in_order on import_row (job, position);

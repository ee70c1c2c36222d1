-- What the transferor wrote for the target; null when nothing.
alter table transfer add column note varchar(500);

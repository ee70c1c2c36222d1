-- A password that its person changed outlives the next import of the directory file: imported_hash is of the file's
-- password then, and null as long as the file's is the one that counts. Log-ins from before log_ins_since are void.
alter table agent add column imported_hash varchar(100);
alter table agent add column log_ins_since timestamp(6) with time zone;

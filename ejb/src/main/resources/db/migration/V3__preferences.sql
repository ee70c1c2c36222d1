-- What a person chose in the page: one JSON object, at most 16 kB.
create table agent_preferences (
    username varchar(64) primary key references agent on delete cascade,
    document varchar(16384) not null
);

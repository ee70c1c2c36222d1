-- One schema for H2 and PostgreSQL: only types and constraints that both know.
-- Every table with live state has an owner (a node) and its epoch, so that a stale node's write does not count.

create table node (
    name       varchar(64) primary key,
    epoch      bigint not null,
    started_at timestamp(6) with time zone not null
);

create table agent (
    username      varchar(64) primary key,
    password_hash varchar(100) not null,
    name          varchar(128) not null,
    extension     varchar(32) not null unique,
    sip_password  varchar(128),
    contact       varchar(255),
    language      varchar(8) not null
);

create table agent_role (
    username varchar(64) not null references agent,
    role     varchar(32) not null,
    primary key (username, role)
);

-- call_id is the reservation of the agent's phone: taken by one conditional update.
create table agent_state (
    username   varchar(64) primary key references agent,
    wanted     varchar(16) not null,
    call_id    varchar(36),
    missed     integer not null,
    idle_since timestamp(6) with time zone not null,
    version    bigint not null,
    owner      varchar(64) not null,
    epoch      bigint not null
);

create table directory_user (
    number  varchar(32) primary key,
    name    varchar(128) not null,
    contact varchar(255) not null
);

create table inbound_number (
    number varchar(32) primary key,
    name   varchar(128) not null
);

create table inbound_agent (
    number   varchar(32) not null references inbound_number,
    username varchar(64) not null references agent,
    primary key (number, username)
);

create table phone_call (
    id                 varchar(36) primary key,
    direction          varchar(8) not null,
    state              varchar(16) not null,
    party_number       varchar(64) not null,
    party_name         varchar(128),
    inbound_number     varchar(32),
    agent              varchar(64),
    began_at           timestamp(6) with time zone not null,
    since              timestamp(6) with time zone not null,
    ended_at           timestamp(6) with time zone,
    reason             varchar(32),
    transfers          integer not null,
    queued_at          timestamp(6) with time zone,
    queue_deadline     timestamp(6) with time zone,
    ring_deadline      timestamp(6) with time zone,
    signal_deadline    timestamp(6) with time zone,
    version            bigint not null,
    owner              varchar(64) not null,
    epoch              bigint not null
);
create index phone_call_live on phone_call (ended_at);

create table leg (
    id          varchar(36) primary key,
    call_id     varchar(36) not null references phone_call,
    party       varchar(16) not null,
    username    varchar(64),
    number      varchar(64) not null,
    began_at    timestamp(6) with time zone not null,
    answered_at timestamp(6) with time zone,
    ended_at    timestamp(6) with time zone,
    end_kind    varchar(32),
    sip_status  integer,
    snapshot    varchar(16000),
    owner       varchar(64) not null,
    epoch       bigint not null
);
create index leg_call on leg (call_id);

create table call_history (
    call_id    varchar(36) not null references phone_call,
    seq        bigint not null,
    at         timestamp(6) with time zone not null,
    from_state varchar(16) not null,
    stimulus   varchar(32) not null,
    to_state   varchar(16) not null,
    agent      varchar(64),
    primary key (call_id, seq)
);

-- live_call_id is the call while the transfer lives and null afterwards: at most one live transfer for each call.
create table transfer (
    id               varchar(36) primary key,
    call_id          varchar(36) not null references phone_call,
    live_call_id     varchar(36) unique,
    transferor       varchar(64) not null,
    method           varchar(16) not null,
    consult          boolean not null,
    confirmed        boolean not null,
    asked_type       varchar(16) not null,
    asked_id         varchar(64),
    asked_number     varchar(128),
    target_type      varchar(16) not null,
    target_id        varchar(64),
    target_name      varchar(128),
    target_number    varchar(64) not null,
    state            varchar(16) not null,
    recall_used      boolean not null,
    transferor_leg   varchar(36),
    transferee_leg   varchar(36),
    target_leg       varchar(36),
    operation        varchar(36),
    deadline_kind    varchar(16),
    deadline_at      timestamp(6) with time zone,
    started_at       timestamp(6) with time zone not null,
    ended_at         timestamp(6) with time zone,
    outcome          varchar(16),
    reason           varchar(32),
    sip_status       integer,
    cost             numeric(10, 4),
    charged          boolean not null,
    pull_back_until  timestamp(6) with time zone,
    version          bigint not null,
    owner            varchar(64) not null,
    epoch            bigint not null
);
create index transfer_transferor on transfer (transferor, started_at);
create index transfer_started on transfer (started_at);
create index transfer_call on transfer (call_id);

create table transfer_history (
    transfer_id varchar(36) not null references transfer,
    seq         bigint not null,
    version     bigint not null,
    at          timestamp(6) with time zone not null,
    from_state  varchar(16),
    stimulus    varchar(32) not null,
    state       varchar(16) not null,
    code        varchar(32),
    reason      varchar(32),
    sip_status  integer,
    primary key (transfer_id, seq)
);

create table transfer_message (
    transfer_id varchar(36) not null references transfer,
    seq         bigint not null,
    username    varchar(64) not null,
    code        varchar(32) not null,
    reason      varchar(32),
    sent_at     timestamp(6) with time zone not null,
    primary key (transfer_id, seq)
);

-- Who waits in an inbound number's queue: a caller, or a transfer whose target is the queue.
create table waiting (
    call_id     varchar(36) primary key references phone_call,
    number      varchar(32) not null,
    transfer_id varchar(36),
    since       timestamp(6) with time zone not null,
    deadline_at timestamp(6) with time zone not null,
    owner       varchar(64) not null,
    epoch       bigint not null
);

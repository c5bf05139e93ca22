-- What a service has decided to tell, until the broker has it.
create table outbox (
    id            bigint generated always as identity primary key,
    topic         text   not null,
    partition     integer,            -- null: by the key's hash; then there is no sequence either
    message_key   text,
    type          text,               -- CloudEvents type; null: the headers below go out as they are
    time          text,
    traceparent   text,
    header_names  text[],
    header_values bytea[],
    payload       bytea
);
-- A queue: rows live for milliseconds, so the dead ones must go at once.
alter table outbox set (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 10000,
    autovacuum_vacuum_insert_scale_factor = 0,
    autovacuum_vacuum_insert_threshold = 100000,
    autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 100000
);

-- The last sequence given on each topic and partition.
create table outbox_stream (
    topic         text    not null,
    partition     integer not null,
    last_sequence bigint  not null,
    primary key (topic, partition)
);

-- The rows on their way to the broker, in the order of sending. Written before they are sent, so
-- that a relay that takes over sends exactly the same again. Their sequences follow from
-- outbox_stream: the last ones given.
create table outbox_flight (
    single boolean  primary key default true check (single),
    ids    bigint[] not null
);
insert into outbox_flight (ids) values ('{}');

-- How far each consumer has come. Written in the transaction of the effect.
create table inbox_position (
    consumer      text    not null,
    topic         text    not null,
    partition     integer not null,
    next_offset   bigint  not null,
    last_sequence bigint  not null,
    primary key (consumer, topic, partition)
) with (fillfactor = 50);

-- Messages a consumer could not understand, and those parked behind them.
create table dead_letter (
    consumer         text        not null,
    topic            text        not null,
    partition        integer     not null,
    record_offset    bigint      not null,
    message_key      text        not null,
    sequence         bigint      not null,
    reason           text        not null,
    parked           boolean     not null,
    header_names     text[]      not null,
    header_values    bytea[]     not null,
    payload          bytea,
    kept_at          timestamptz not null default now(),
    discarded_by     text,
    discarded_reason text,
    discarded_at     timestamptz,
    primary key (consumer, topic, partition, record_offset)
);

-- Keys with a dead letter: whatever comes for them is parked behind it.
create table parked_key (
    consumer    text not null,
    topic       text not null,
    message_key text not null,
    primary key (consumer, topic, message_key)
);

-- No key: what takes effect twice stands here twice.
create table effect (
    id     bigint generated always as identity,
    holder text   not null,
    what   text   not null
);

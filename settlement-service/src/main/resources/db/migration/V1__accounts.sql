-- The registry's accounts as settlement has heard of them: each event is the whole state.
create table account (
    account    text collate "C" primary key,
    version    bigint      not null check (version >= 1),
    name       text        not null,
    state      text        not null check (state in ('PENDING', 'ACTIVE', 'RESTRICTED', 'CLOSED')),
    changed_at timestamptz not null
);

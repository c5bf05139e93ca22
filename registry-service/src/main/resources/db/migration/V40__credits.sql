-- Voluntary emission reductions (CCER): projects, batches, and every single credit by its serial.

create table credit_project (
    project        text collate "C" primary key check (project ~ '^[A-Z0-9]{2,16}$'),
    name           text        not null,
    methodology    text        not null,
    owner          text collate "C" not null references account,
    registered_on  date        not null,
    crediting_from date        not null,
    crediting_to   date        not null,
    recorded_at    timestamptz not null,
    recorded_by    text        not null,
    check (crediting_from <= crediting_to)
);

create table credit_batch (
    batch        text collate "C" primary key,
    project      text collate "C" not null references credit_project,
    number       bigint      not null check (number >= 1),
    vintage      integer     not null,
    period_from  date        not null,
    period_to    date        not null,
    units        bigint      not null check (units > 0),
    document     text        not null,
    state        text        not null check (state in ('PROPOSED', 'ISSUED')),
    proposed_by  text        not null,
    proposed_at  timestamptz not null,
    approved_by  text,
    issued_at    timestamptz,
    first_serial bigint,
    last_serial  bigint,
    posting      bigint references posting,
    unique (project, number),
    check (period_from <= period_to),
    check (approved_by <> proposed_by),
    check ((state = 'ISSUED') = (approved_by is not null and issued_at is not null
        and posting is not null and first_serial is not null)),
    check (last_serial - first_serial + 1 = units)
);

-- Serials and acts are counted here, not by sequences: a number taken by what rolls back comes back.
create table credit_counter (
    only_row    boolean primary key default true check (only_row),
    last_serial bigint not null,
    acts        bigint not null
);

insert into credit_counter (last_serial, acts) values (0, 0);

-- Every serial issued is in exactly one block; whatever a program does, no two blocks overlap.
create table credit_block (
    first_serial bigint primary key check (first_serial >= 1),
    last_serial  bigint not null,
    batch        text collate "C" not null references credit_batch,
    standing     text   not null check (standing in ('HELD', 'POOLED', 'RETIRED')),
    account      text collate "C" references account,
    retirement   text collate "C",
    act          bigint not null,
    check (first_serial <= last_serial),
    check ((standing = 'HELD') = (account is not null)),
    check ((standing = 'RETIRED') = (retirement is not null)),
    exclude using gist (int8range(first_serial, last_serial, '[]') with &&)
);

create index credit_block_held on credit_block (account, batch) where standing = 'HELD';
create index credit_block_pooled on credit_block (act, first_serial) where standing = 'POOLED';
create index credit_block_retired on credit_block (retirement) where standing = 'RETIRED';

create function refuse_return_from_retirement() returns trigger language plpgsql as $$
begin
    if old.standing = 'RETIRED' and new is distinct from old then
        raise exception 'credits % to % are retired', old.first_serial, old.last_serial;
    end if;
    return new;
end $$;

create trigger retired_is_for_good before update on credit_block
    for each row execute function refuse_return_from_retirement();
create trigger credit_block_is_never_deleted before delete or truncate on credit_block
    for each statement execute function refuse_change();

-- The way of every serial.
create table credit_move (
    act           bigint      not null,
    first_serial  bigint      not null,
    last_serial   bigint      not null,
    from_standing text,
    from_account  text collate "C",
    to_standing   text        not null,
    to_account    text collate "C",
    posting       bigint      not null references posting,
    moved_at      timestamptz not null,
    primary key (act, first_serial)
);

create trigger credit_move_is_append_only before update or delete or truncate on credit_move
    for each statement execute function refuse_change();

create table retirement (
    retirement       text collate "C" primary key,
    act              bigint      not null unique,
    account          text collate "C" not null references account,
    product          text collate "C" not null,
    tonnes           bigint      not null check (tonnes > 0),
    purpose          text        not null check (purpose in ('OFFSET', 'VOLUNTARY')),
    beneficiary      text        not null,
    reason           text        not null,
    posting          bigint      not null references posting,
    retired_at       timestamptz not null,
    retired_by       text        not null,
    certificate      bytea       not null,
    certificate_hash text collate "C" not null unique
);

create index retirement_by_account on retirement (account, act);

create trigger retirement_is_append_only before update or delete or truncate on retirement
    for each statement execute function refuse_change();

-- Tonnes leave an account for one of several system accounts now.
drop index entry_of_system_accounts;
create index entry_of_system_accounts on entry (product, place) include (tonnes)
    where bucket is null;

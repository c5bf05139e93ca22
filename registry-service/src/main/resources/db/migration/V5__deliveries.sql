-- The allowance leg of each trade.

create table delivery (
    market     text   not null,
    trade      bigint not null,
    seller     text collate "C" not null,
    buyer      text collate "C" not null,
    product    text collate "C" not null,
    tonnes     bigint not null,
    state      text   not null check (state in ('WAITING', 'LOCKED', 'REJECTED', 'COMPLETED', 'UNDONE')),
    cause      text,
    changed_at timestamptz not null,
    primary key (market, trade),
    check ((state = 'REJECTED') = (cause is not null))
) with (fillfactor = 70);

-- What a seller that is short may still be waiting for, and who waits.
create index delivery_incoming on delivery (buyer, product) where state = 'LOCKED';
create index delivery_waiting on delivery (seller, product) where state = 'WAITING';

-- Allocations from a file of units: previewed by one person, approved by another, then posted.

create sequence allocation_number;

create table allocation (
    allocation    text collate "C" primary key,
    state         text        not null check (state in ('PREVIEWED', 'POSTED')),
    lines         integer     not null check (lines > 0),
    tonnes        bigint      not null check (tonnes > 0),
    previewed_by  text        not null,
    previewed_at  timestamptz not null,
    approved_by   text,
    posted_at     timestamptz,
    first_posting bigint,
    last_posting  bigint,
    check (approved_by <> previewed_by),
    check ((state = 'POSTED') = (approved_by is not null and posted_at is not null
        and first_posting is not null and last_posting is not null))
);

create table allocation_line (
    allocation text collate "C" not null references allocation,
    line       bigint  not null,
    unit       text    not null,
    account    text collate "C" not null,
    product    text collate "C" not null,
    tonnes     bigint  not null check (tonnes > 0),
    document   text    not null,
    primary key (allocation, line)
);

-- What a unit got under a document, once and never again, whichever file asks for it.
create table allocated_unit (
    unit       text not null,
    product    text collate "C" not null,
    document   text not null,
    allocation text collate "C" not null references allocation,
    primary key (unit, product, document)
);

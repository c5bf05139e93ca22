-- The openings settlement has heard of: the next one after a day ends the time to object to it.
create table market_opening (
    market    text not null,
    day       date not null,
    opened_at timestamptz not null,
    primary key (day, market)
);

create table statement_objection (
    number      bigint generated always as identity primary key,
    account     text collate "C" not null,
    day         date not null,
    text        text not null,
    filed_by    text not null,
    filed_at    timestamptz not null,
    answer      text,
    answered_by text,
    answered_at timestamptz
);

create index statement_objection_by_account on statement_objection (account, day, number);
create index statement_objection_open on statement_objection (number) where answered_at is null;

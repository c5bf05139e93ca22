create table trial_account (
    account text   primary key,
    paid    bigint not null default 0
);
insert into trial_account (account)
select 'TRIAL-' || payer || '-' || account
  from generate_series(0, 2) payer, generate_series(0, 9) account;

-- No key: a deposit that takes effect twice is written down twice.
create table trial_seen (
    id        bigint generated always as identity,
    partition integer not null,
    sequence  bigint  not null,
    account   text    not null,
    number    bigint  not null
);

create table trial_gate (open boolean not null);
insert into trial_gate values (true);

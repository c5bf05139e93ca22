-- The reversal of a voided trade is an instruction too; a trade is reversed once.
alter table instruction add column voids bigint;
create unique index instruction_voids on instruction (market, voids) where voids is not null;

-- One check per statement in place of one foreign key check per entry: the ledger writes a run of
-- postings and all their entries together, and none of either is ever removed.
alter table entry drop constraint entry_posting_fkey;

create or replace function refuse_unbalanced() returns trigger language plpgsql as $$
declare
    lowest bigint; highest bigint; entered bigint; unbalanced boolean;
begin
    select min(posting), max(posting), count(distinct posting), bool_or(total <> 0)
    into lowest, highest, entered, unbalanced
    from (select posting, sum(tonnes) as total from added group by posting, product) as each_sum;
    if unbalanced then
        raise exception 'a posting must sum to zero for each product';
    end if;
    if entered <> (select count(*) from posting where number between lowest and highest) then
        raise exception 'every entry belongs to a posting, and every posting has entries';
    end if;
    return null;
end $$;

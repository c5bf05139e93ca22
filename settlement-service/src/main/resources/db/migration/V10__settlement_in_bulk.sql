-- One check per statement in place of one foreign key check per entry: the ledger writes a run of
-- postings and all their entries together, and none of either is ever removed.
alter table entry drop constraint entry_posting_fkey;

create or replace function refuse_unbalanced() returns trigger language plpgsql as $$
declare
    lowest bigint; highest bigint; entered bigint; unbalanced boolean;
begin
    select min(posting), max(posting), count(*), bool_or(total <> 0)
    into lowest, highest, entered, unbalanced
    from (select posting, sum(fen) as total from added group by posting) as each_posting;
    if unbalanced then
        raise exception 'a posting must sum to zero';
    end if;
    if entered <> (select count(*) from posting where number between lowest and highest) then
        raise exception 'every entry belongs to a posting, and every posting has entries';
    end if;
    return null;
end $$;

-- A state that no index looks at can change in place. What waits for its turn is found from the
-- turn onwards; a day's trades lie together.
drop index instruction_in_turn;
drop index instruction_by_day;
create index instruction_by_day on instruction using brin (day) with (pages_per_range = 16);

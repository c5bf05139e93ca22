package org.carbonmarket.reporting.reconciliation;

/** The books' SQL. Counts add up, texts keep the least: the same rows in any order. */
final class BookStatements {

    static final String MOVE =
            """
            insert into movement as m (account, item, market, kind, amount)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int8[])
            on conflict (account, item, market, kind) do update
               set amount = m.amount + excluded.amount
            """;

    static final String HAND_OVER =
            """
            insert into hand_over as h
                   (way, number, account, item, given, given_times, taken, taken_times)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int8[],
                                 ?::text[], ?::int8[])
            on conflict (way, number) do update
               set account = least(h.account, excluded.account),
                   item = least(h.item, excluded.item),
                   given = least(h.given, excluded.given),
                   given_times = h.given_times + excluded.given_times,
                   taken = least(h.taken, excluded.taken),
                   taken_times = h.taken_times + excluded.taken_times
            """;

    static final String TRADE =
            """
            insert into trade_life as t
                   (market, number, product, buyer, seller, traded, traded_times, executed,
                    executed_times, parties, lock_leg, delivery_leg, ended, settled_times,
                    failed_times, failed_locked, locked, locked_times, rejected_times, delivered,
                    delivered_times, undone, undone_times)
            select market, number, product, buyer, seller, traded, traded_times, executed,
                   executed_times, parties, lock_leg, delivery_leg, ended, settled_times,
                   failed_times, failed_locked > 0, locked, locked_times, rejected_times,
                   delivered, delivered_times, undone, undone_times
              from unnest(?::text[], ?::int8[], ?::text[], ?::text[], ?::text[], ?::text[],
                          ?::int8[], ?::text[], ?::int8[], ?::text[], ?::text[], ?::text[],
                          ?::text[], ?::int8[], ?::int8[], ?::int8[], ?::text[], ?::int8[],
                          ?::int8[], ?::text[], ?::int8[], ?::text[], ?::int8[])
                   as said (market, number, product, buyer, seller, traded, traded_times, executed,
                          executed_times, parties, lock_leg, delivery_leg, ended, settled_times,
                          failed_times, failed_locked, locked, locked_times, rejected_times,
                          delivered, delivered_times, undone, undone_times)
            on conflict (market, number) do update
               set product = least(t.product, excluded.product),
                   buyer = least(t.buyer, excluded.buyer),
                   seller = least(t.seller, excluded.seller),
                   traded = least(t.traded, excluded.traded),
                   traded_times = t.traded_times + excluded.traded_times,
                   executed = least(t.executed, excluded.executed),
                   executed_times = t.executed_times + excluded.executed_times,
                   parties = least(t.parties, excluded.parties),
                   lock_leg = least(t.lock_leg, excluded.lock_leg),
                   delivery_leg = least(t.delivery_leg, excluded.delivery_leg),
                   ended = least(t.ended, excluded.ended),
                   settled_times = t.settled_times + excluded.settled_times,
                   failed_times = t.failed_times + excluded.failed_times,
                   failed_locked = t.failed_locked or excluded.failed_locked,
                   locked = least(t.locked, excluded.locked),
                   locked_times = t.locked_times + excluded.locked_times,
                   rejected_times = t.rejected_times + excluded.rejected_times,
                   delivered = least(t.delivered, excluded.delivered),
                   delivered_times = t.delivered_times + excluded.delivered_times,
                   undone = least(t.undone, excluded.undone),
                   undone_times = t.undone_times + excluded.undone_times
            """;

    static final String TRADED =
            """
            insert into traded_position as t (account, item, market, day, amount)
            select account, item, market, day::date, amount
              from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int8[])
                   as moved (account, item, market, day, amount)
            on conflict (account, item, market, day) do update
               set amount = t.amount + excluded.amount
            """;

    static final String EXECUTED_DAY =
            """
            insert into executed_day as d
                   (market, day, trades, volume, amount, fees, last_number)
            select market, day::date, trades, volume, amount, fees, last_number
              from unnest(?::text[], ?::text[], ?::int8[], ?::int8[], ?::int8[], ?::int8[],
                          ?::int8[])
                   as executed (market, day, trades, volume, amount, fees, last_number)
            on conflict (market, day) do update
               set trades = d.trades + excluded.trades,
                   volume = d.volume + excluded.volume,
                   amount = d.amount + excluded.amount,
                   fees = d.fees + excluded.fees,
                   last_number = greatest(d.last_number, excluded.last_number)
            """;

    static final String FAULT =
            """
            insert into fault (invariant, subject, expected, found, evidence)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
            on conflict (invariant, subject) do nothing
            """;

    /** Everything the account has a credit or release of is stated; unmentioned, as nothing. */
    static final String STATE =
            """
            with said as (
                select account, item, market, day::date as day, stated
                  from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int8[])
                       as said (account, item, market, day, stated)
            ), moved as (
                select account, item, market,
                       sum(case kind when 'CREDITED' then amount else -amount end) as credited
                  from movement
                 where kind in ('CREDITED', 'RELEASED')
                   and (account, market) in (select account, market from said)
                 group by account, item, market
            ), items as (
                select account, item, market from said
                 union
                select account, item, market from moved
            )
            insert into stated_position (account, item, market, day, stated, credited)
            select i.account, i.item, i.market,
                   (select max(s.day) from said s
                     where s.account = i.account and s.market = i.market),
                   coalesce(s.stated, 0), coalesce(m.credited, 0)
              from items i
              left join said s using (account, item, market)
              left join moved m using (account, item, market)
            on conflict (account, item, market) do update
               set day = excluded.day, stated = excluded.stated, credited = excluded.credited
            """;

    private BookStatements() {}
}

package org.carbonmarket.reporting.reconciliation;

/** What the reader asks. */
final class ReaderStatements {

    static final String MOVEMENTS =
            """
            select account, item, kind, sum(amount)::int8 as amount
              from movement
             group by account, item, kind
            """;

    static final String HAND_OVERS =
            """
            select way, number, account, item, given, given_times, taken, taken_times
              from hand_over
             where not agreed
             order by way, number
             limit ?
            """;

    static final String TRADES =
            """
            select *
              from trade_life
             where not done
             order by market, number
             limit ?
            """;

    /** How far the executions are folded is asked once a market, not once a day. */
    static final String DAYS =
            """
            with reached as (
                select market, max(last_number) as last_number from executed_day group by market
            )
            select market, day, d.closed, coalesce(d.closed_times, 0) as closed_times,
                   d.cleared, coalesce(d.cleared_times, 0) as cleared_times,
                   d.ends, d.failed, d.fees, d.broken,
                   coalesce(x.trades, 0) as executed_trades,
                   coalesce(x.volume, 0) as executed_volume,
                   coalesce(x.amount, 0) as executed_amount,
                   coalesce(x.fees, 0) as executed_fees,
                   coalesce(r.last_number, 0) >= coalesce(d.last_number, 0) as complete
              from trading_day d
              full join executed_day x using (market, day)
              left join reached r using (market)
             order by market, day
            """;

    /** Accounts of failed trades are left out: when the engine undid them is not published. */
    static final String STATEMENTS =
            """
            with reached as (
                select market, max(last_number) as last_number from executed_day group by market
            ), folded as (
                select s.account, s.item, s.market, s.day, s.stated,
                       (s.credited + coalesce((
                           select sum(t.amount) from traded_position t
                            where t.account = s.account and t.item = s.item
                              and t.market = s.market and t.day <= s.day), 0))::int8 as folded
                  from stated_position s
                  join trading_day d on d.market = s.market and d.day = s.day
                  left join reached r on r.market = s.market
                 where d.last_number <= coalesce(r.last_number, 0)
                   and not exists (
                           select from movement m
                            where m.account = s.account
                              and m.kind in ('FAILED_TO', 'FAILED_AWAY'))
            )
            select * from folded where folded <> stated order by account, item, market
            """;

    static final String UNENDED =
            """
            select t.market, t.number, d.day
              from trade_life t
              join lateral (
                   select day, last_number
                     from trading_day
                    where market = t.market and cleared_times > 0 and last_number >= t.number
                    order by last_number
                    limit 1) d on true
             where not t.done and t.settled_times + t.failed_times = 0
             order by t.market, t.number
             limit 1000
            """;

    static final String FAULTS =
            """
            select invariant, subject, expected, found, evidence
              from fault
             order by invariant, subject
            """;

    static final String DEAD_LETTERS =
            """
            select distinct on (topic) topic, count(*) over (partition by topic) as kept,
                   partition, record_offset, reason
              from dead_letter
             where discarded_at is null
             order by topic, kept_at, partition, record_offset
            """;

    static final String LAST_TRADE =
            "select coalesce(max(number), 0) as number from public_trade where market = ?";

    static final String LAST_NUMBERS =
            "select market, day, last_number from trading_day where closed_times > 0";

    private ReaderStatements() {}
}

package org.carbonmarket.reporting.dailysheet;

/** The sheets' SQL: each statement folds a batch, and gives the same row in any order. */
final class SheetStatements {

    static final String ADD_TRADES =
            """
            insert into sheet as s (market, day, product, first_number, first_price, last_number,
                   last_price, high, low, trades, listed_volume, listed_amount, block_volume,
                   block_amount, auction_volume, auction_amount)
            select market, day::date, product, first_number, first_price, last_number,
                   last_price, high, low, trades, listed_volume, listed_amount, block_volume,
                   block_amount, auction_volume, auction_amount
              from unnest(?::text[], ?::text[], ?::text[], ?::int8[], ?::int8[], ?::int8[],
                          ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[],
                          ?::int8[], ?::int8[], ?::int8[], ?::int8[])
                   as traded (market, day, product, first_number, first_price, last_number,
                          last_price, high, low, trades, listed_volume, listed_amount,
                          block_volume, block_amount, auction_volume, auction_amount)
            on conflict (market, day, product) do update
               set first_price = case when s.first_number <= excluded.first_number
                                      then s.first_price
                                      else coalesce(excluded.first_price, s.first_price) end,
                   first_number = least(s.first_number, excluded.first_number),
                   last_price = case when s.last_number >= excluded.last_number
                                     then s.last_price
                                     else coalesce(excluded.last_price, s.last_price) end,
                   last_number = greatest(s.last_number, excluded.last_number),
                   high = greatest(s.high, excluded.high),
                   low = least(s.low, excluded.low),
                   trades = s.trades + excluded.trades,
                   listed_volume = s.listed_volume + excluded.listed_volume,
                   listed_amount = s.listed_amount + excluded.listed_amount,
                   block_volume = s.block_volume + excluded.block_volume,
                   block_amount = s.block_amount + excluded.block_amount,
                   auction_volume = s.auction_volume + excluded.auction_volume,
                   auction_amount = s.auction_amount + excluded.auction_amount
            """;

    static final String OPEN =
            """
            insert into sheet (market, day, product, opened_previous_close)
            select market, day::date, product, previous_close
              from unnest(?::text[], ?::text[], ?::text[], ?::int8[])
                   as opened (market, day, product, previous_close)
            on conflict (market, day, product) do update
               set opened_previous_close = excluded.opened_previous_close
            """;

    static final String CLOSE =
            """
            insert into sheet (market, day, product, closed, closed_previous_close, closed_open,
                   closed_high, closed_low, closed_close, closed_trades, closed_volume,
                   closed_amount, closed_listed_volume, closed_listed_amount)
            select market, day::date, product, true, previous_close, open, high, low, close, trades,
                   volume, amount, listed_volume, listed_amount
              from unnest(?::text[], ?::text[], ?::text[], ?::int8[], ?::int8[], ?::int8[],
                          ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[],
                          ?::int8[])
                   as stated (market, day, product, previous_close, open, high, low, close, trades,
                          volume, amount, listed_volume, listed_amount)
            on conflict (market, day, product) do update
               set closed = true,
                   closed_previous_close = excluded.closed_previous_close,
                   closed_open = excluded.closed_open,
                   closed_high = excluded.closed_high,
                   closed_low = excluded.closed_low,
                   closed_close = excluded.closed_close,
                   closed_trades = excluded.closed_trades,
                   closed_volume = excluded.closed_volume,
                   closed_amount = excluded.closed_amount,
                   closed_listed_volume = excluded.closed_listed_volume,
                   closed_listed_amount = excluded.closed_listed_amount
            """;

    static final String FIND =
            """
            select *
              from sheet
             where market = coalesce(?, market)
               and day >= coalesce(?::date, '-infinity')
               and day <= coalesce(?::date, 'infinity')
               and product = coalesce(?, product)
             order by market, day, product
            """;

    private SheetStatements() {}
}

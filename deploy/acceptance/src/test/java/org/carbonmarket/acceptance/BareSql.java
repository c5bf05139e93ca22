package org.carbonmarket.acceptance;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.local.Platform;
import org.carbonmarket.local.ServiceName;
import org.jspecify.annotations.Nullable;

/**
 * The yardstick: the rows that settling a load leaves behind, written by bare SQL into copies of
 * the services' tables, indexes and checks included, in the same databases. Whole batches over
 * arrays, one commit each, both databases at once; no Kafka, no decisions, no hashes, no JSON.
 */
final class BareSql {

    private static final int BATCH = 2_000;
    private static final byte[] HASH = new byte[32];
    private static final byte[] EVENT = new byte[300];

    private final Platform platform;
    private final TradeLoad load;
    private final boolean withEvents;

    /**
     * Prepares a run.
     *
     * @param withEvents whether each event's row in the outbox is written and removed too
     */
    BareSql(Platform platform, TradeLoad load, boolean withEvents) {
        this.platform = platform;
        this.load = load;
        this.withEvents = withEvents;
    }

    /** How long writing all rows took. */
    Duration run() throws SQLException {
        try (Connection settlement = opened(ServiceName.SETTLEMENT, "instruction");
                Connection registry = opened(ServiceName.REGISTRY, "delivery")) {
            long begin = System.nanoTime();
            CompletableFuture<Void> money =
                    CompletableFuture.runAsync(() -> inBatches(settlement, this::moneyLeg));
            CompletableFuture<Void> allowances =
                    CompletableFuture.runAsync(() -> inBatches(registry, this::allowanceLeg));
            money.join();
            allowances.join();
            return Duration.ofNanos(System.nanoTime() - begin);
        }
    }

    private Connection opened(ServiceName service, String ownTable) throws SQLException {
        Connection connection = platform.connect(service);
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists bare cascade");
            statement.execute("create schema bare");
            for (String table : List.of("posting", "entry", "outbox", ownTable)) {
                statement.execute(
                        "create table bare.%s (like public.%s including all)"
                                .formatted(table, table));
            }
            statement.execute("set search_path = bare");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private interface Leg {
        void write(Connection connection, List<ExecutionRecorded> batch, long written)
                throws SQLException;
    }

    private void inBatches(Connection connection, Leg leg) {
        List<ExecutionRecorded> batch = new ArrayList<>(BATCH);
        long[] written = {0};
        load.forEach(trade -> {
            batch.add(trade);
            if (batch.size() == BATCH) {
                write(connection, leg, batch, written);
            }
        });
        write(connection, leg, batch, written);
    }

    private static void write(
            Connection connection, Leg leg, List<ExecutionRecorded> batch, long[] written) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            leg.write(connection, batch, written[0]);
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        written[0] += batch.size();
        batch.clear();
    }

    private void moneyLeg(Connection connection, List<ExecutionRecorded> batch, long written)
            throws SQLException {
        Rows trades = new Rows(connection, batch.size());
        trades.text(i -> batch.get(i).trade().market().name())
                .number(i -> batch.get(i).trade().sequence())
                .text(i -> batch.get(i).product().value())
                .number(i -> batch.get(i).quantity().value())
                .number(i -> batch.get(i).amount().fen())
                .text(i -> batch.get(i).buyer().value())
                .text(i -> batch.get(i).seller().value())
                .number(i -> batch.get(i).buyerFee().fen())
                .number(i -> batch.get(i).sellerFee().fen())
                .run(
                        """
                        insert into instruction (market, trade, product, tonnes, fen, buyer,
                            seller, buyer_fee, seller_fee, day, state, requested_at, answered_at,
                            ended_at, delivered_at)
                        select t.*, date '2021-07-16', 'DELIVERED', now(), now(), now(), now()
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as t\
                        """);
        postings(connection, batch, 1, written, "TRADE_PAYMENT");
        new Rows(connection, 5 * batch.size())
                .number(i -> written + 1 + i / 5)
                .number(i -> 1 + i % 5)
                .text(i ->
                        switch (i % 5) {
                            case 0, 2 -> batch.get(i / 5).buyer().value();
                            case 1, 3 -> batch.get(i / 5).seller().value();
                            default -> "FEES";
                        })
                .text(i -> i % 5 == 4 ? null : "IN_TRADING")
                .text(i -> i % 5 < 2 ? "PRINCIPAL" : "FEE")
                .number(i -> batch.get(i / 5).amount().fen())
                .run(
                        """
                        insert into entry (posting, line, place, bucket, purpose, fen)
                        select * from unnest(?, ?, ?, ?, ?, ?)\
                        """);
        events(connection, batch);
    }

    private void allowanceLeg(Connection connection, List<ExecutionRecorded> batch, long written)
            throws SQLException {
        new Rows(connection, batch.size())
                .text(i -> batch.get(i).trade().market().name())
                .number(i -> batch.get(i).trade().sequence())
                .text(i -> batch.get(i).seller().value())
                .text(i -> batch.get(i).buyer().value())
                .text(i -> batch.get(i).product().value())
                .number(i -> batch.get(i).quantity().value())
                .run(
                        """
                        insert into delivery (market, trade, seller, buyer, product, tonnes,
                            state, changed_at)
                        select t.*, 'COMPLETED', now() from unnest(?, ?, ?, ?, ?, ?) as t\
                        """);
        postings(connection, batch, 2, 2 * written, "DELIVERY");
        new Rows(connection, 4 * batch.size())
                .number(i -> 2 * written + 1 + i / 2)
                .number(i -> 1 + i % 2)
                .text(i ->
                        i % 4 == 3
                                ? batch.get(i / 4).buyer().value()
                                : batch.get(i / 4).seller().value())
                .text(i -> i % 4 == 0 || i % 4 == 3 ? "IN_TRADING" : "DELIVERING")
                .text(i -> batch.get(i / 4).product().value())
                .number(i -> batch.get(i / 4).quantity().value())
                .run(
                        """
                        insert into entry (posting, line, place, bucket, product, tonnes)
                        select * from unnest(?, ?, ?, ?, ?, ?)\
                        """);
        events(connection, batch);
    }

    private static void postings(
            Connection connection,
            List<ExecutionRecorded> batch,
            int perTrade,
            long written,
            String reason)
            throws SQLException {
        new Rows(connection, perTrade * batch.size())
                .number(i -> written + 1 + i)
                .text(i -> reason)
                .text(i -> batch.get(i / perTrade).trade().toString())
                .text(i -> "settlement")
                .bytes(i -> HASH)
                .bytes(i -> HASH)
                .run(
                        """
                        insert into posting
                            (number, reason, document, actor, posted_at, previous_hash, hash)
                        select n, r, d, a, now(), p, h
                        from unnest(?, ?, ?, ?, ?, ?) as t (n, r, d, a, p, h)\
                        """);
    }

    /** Each leg tells two events of a trade. */
    private void events(Connection connection, List<ExecutionRecorded> batch) throws SQLException {
        if (!withEvents) {
            return;
        }
        new Rows(connection, 2 * batch.size())
                .text(i -> "settlement.trades")
                .number(i -> batch.get(i / 2).trade().market().partition())
                .text(i -> batch.get(i / 2).trade().market().name())
                .text(i -> "org.carbonmarket.settlement.trade-settled.v1")
                .text(i -> "2021-07-16T10:00:00+08:00")
                .bytes(i -> EVENT)
                .run(
                        """
                        insert into outbox (topic, partition, message_key, type, time, payload)
                        select * from unnest(?, ?, ?, ?, ?, ?)\
                        """);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from outbox");
        }
    }

    /** Columns of a batch, bound as arrays in the order they are named. */
    private static final class Rows {

        private final Connection connection;
        private final int count;
        private final List<Array> columns = new ArrayList<>();

        Rows(Connection connection, int count) {
            this.connection = connection;
            this.count = count;
        }

        Rows text(Function<Integer, @Nullable String> of) throws SQLException {
            @Nullable String[] values = new @Nullable String[count];
            Arrays.setAll(values, of::apply);
            return column("text", values);
        }

        Rows number(ToLongFunction<Integer> of) throws SQLException {
            Long[] values = new Long[count];
            Arrays.setAll(values, of::applyAsLong);
            return column("int8", values);
        }

        Rows bytes(Function<Integer, byte[]> of) throws SQLException {
            byte[][] values = new byte[count][];
            Arrays.setAll(values, of::apply);
            return column("bytea", values);
        }

        private Rows column(String type, @Nullable Object[] values) throws SQLException {
            columns.add(connection.createArrayOf(type, values));
            return this;
        }

        void run(String sql) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < columns.size(); i++) {
                    statement.setArray(i + 1, columns.get(i));
                }
                statement.executeUpdate();
            }
        }
    }
}

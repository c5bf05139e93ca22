package org.carbonmarket.delivery.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.carbonmarket.delivery.outbox.OutboxRow.Stream;
import org.carbonmarket.events.envelope.EncodedEvent;
import org.jspecify.annotations.Nullable;

/** The outbox's SQL. Every statement works on a whole batch. */
final class OutboxTable {

    private static final String INSERT =
            """
            insert into outbox (topic, partition, message_key, type, time, payload, traceparent)
            select topic, partition, message_key, type, time, payload, ?
              from unnest(?::text[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::bytea[])
                   with ordinality
                   as event (topic, partition, message_key, type, time, payload, place)
             order by place
            """;

    private static final String FORWARD =
            """
            insert into outbox (topic, message_key, header_names, header_values, payload)
            values (?, ?, ?, ?, ?)
            """;

    private static final String COLUMNS =
            """
            o.id, o.topic, o.partition, o.message_key, o.type, o.time, o.traceparent,
            o.header_names, o.header_values, o.payload
            """;

    private static final String OLDEST =
            "select " + COLUMNS + " from outbox o order by o.id limit ?";

    private static final String IN_FLIGHT =
            "select "
                    + COLUMNS
                    + """
                    from outbox_flight f
                    cross join unnest(f.ids) with ordinality as flying (id, place)
                    join outbox o on o.id = flying.id
                    order by flying.place
                    """;

    private static final String GIVE_SEQUENCES =
            """
            insert into outbox_stream as stream (topic, partition, last_sequence)
            select * from unnest(?::text[], ?::integer[], ?::bigint[])
            on conflict (topic, partition)
            do update set last_sequence = stream.last_sequence + excluded.last_sequence
            returning topic, partition, last_sequence
            """;

    private OutboxTable() {}

    static void insert(
            Connection connection, List<EncodedEvent> events, @Nullable String traceparent)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, traceparent);
            insert.setArray(2, texts(connection, events, event -> event.topic().topicName()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "integer",
                            events.stream().map(EncodedEvent::partition).toArray(Integer[]::new)));
            insert.setArray(4, texts(connection, events, EncodedEvent::key));
            insert.setArray(5, texts(connection, events, EncodedEvent::type));
            insert.setArray(6, texts(connection, events, OutboxTable::timeOf));
            insert.setArray(
                    7,
                    connection.createArrayOf(
                            "bytea",
                            events.stream().map(EncodedEvent::payload).toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }

    static void forward(Connection connection, List<ForwardedMessage> messages)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(FORWARD)) {
            for (ForwardedMessage message : messages) {
                insert.setString(1, message.topic());
                insert.setString(2, message.key());
                insert.setArray(3, HeaderColumns.names(connection, message.headers()));
                insert.setArray(4, HeaderColumns.values(connection, message.headers()));
                insert.setBytes(5, message.payload());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The batch that was on its way when the last relay ended; empty when it had arrived. */
    static Flight inFlight(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(IN_FLIGHT)) {
            List<OutboxRow> rows = rowsOf(query);
            requireAllOf(connection, rows.size());
            return new Flight(rows, rows.isEmpty() ? Map.of() : lastSequences(connection));
        }
    }

    /** A row less would shift the sequences of those behind it. */
    private static void requireAllOf(Connection connection, int found) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("select cardinality(ids) from outbox_flight");
                ResultSet result = query.executeQuery()) {
            result.next();
            if (result.getInt(1) != found) {
                throw new IllegalStateException(
                        "%d rows are in flight and %d of them are in the outbox"
                                .formatted(result.getInt(1), found));
            }
        }
    }

    /**
     * Removes the rows of a flight that arrived and records the next one, all in the transaction
     * that the caller commits.
     */
    static Flight replace(Connection connection, Flight arrived, int largest) throws SQLException {
        if (!arrived.isEmpty()) {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from outbox where id = any (?)")) {
                delete.setArray(1, connection.createArrayOf("bigint", arrived.ids()));
                delete.executeUpdate();
            }
        }
        List<OutboxRow> rows;
        try (PreparedStatement query = connection.prepareStatement(OLDEST)) {
            query.setInt(1, largest);
            rows = rowsOf(query);
        }
        Flight next = new Flight(rows, giveSequences(connection, Flight.countByStream(rows)));
        if (!arrived.isEmpty() || !next.isEmpty()) {
            record(connection, next);
        }
        return next;
    }

    /** How many rows wait, counted no further than {@code atMost}. */
    static long size(Connection connection, int atMost) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "select count(*) from (select 1 from outbox limit ?) as waiting")) {
            query.setInt(1, atMost);
            try (ResultSet result = query.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static void record(Connection connection, Flight flight) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update outbox_flight set ids = ?")) {
            update.setArray(1, connection.createArrayOf("bigint", flight.ids()));
            update.executeUpdate();
        }
    }

    private static Map<Stream, Long> giveSequences(Connection connection, Map<Stream, Long> counts)
            throws SQLException {
        if (counts.isEmpty()) {
            return Map.of();
        }
        List<Stream> streams = List.copyOf(counts.keySet());
        try (PreparedStatement give = connection.prepareStatement(GIVE_SEQUENCES)) {
            give.setArray(1, texts(connection, streams, Stream::topic));
            give.setArray(
                    2,
                    connection.createArrayOf(
                            "integer",
                            streams.stream().map(Stream::partition).toArray(Integer[]::new)));
            give.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", streams.stream().map(counts::get).toArray(Long[]::new)));
            return sequencesOf(give);
        }
    }

    private static Map<Stream, Long> lastSequences(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "select topic, partition, last_sequence from outbox_stream")) {
            return sequencesOf(query);
        }
    }

    private static Map<Stream, Long> sequencesOf(PreparedStatement statement) throws SQLException {
        Map<Stream, Long> sequences = new HashMap<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                sequences.put(new Stream(result.getString(1), result.getInt(2)), result.getLong(3));
            }
        }
        return sequences;
    }

    private static List<OutboxRow> rowsOf(PreparedStatement query) throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                rows.add(
                        new OutboxRow(
                                result.getLong(1),
                                result.getString(2),
                                result.getObject(3, Integer.class),
                                result.getString(4),
                                result.getString(5),
                                result.getString(6),
                                result.getString(7),
                                HeaderColumns.read(result.getArray(8), result.getArray(9)),
                                result.getBytes(10)));
            }
        }
        return rows;
    }

    private static String timeOf(EncodedEvent event) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(event.time());
    }

    private static <T> Array texts(Connection connection, List<T> values, Function<T, String> text)
            throws SQLException {
        return connection.createArrayOf("text", values.stream().map(text).toArray(String[]::new));
    }
}

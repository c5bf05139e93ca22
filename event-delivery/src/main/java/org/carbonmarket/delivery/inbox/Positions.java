package org.carbonmarket.delivery.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonmarket.events.topic.Topic;

/** The consumers' positions, by SQL. */
final class Positions {

    private static final String LOCK =
            """
            select p.topic, p.partition, p.next_offset, p.last_sequence
              from inbox_position p
             where p.consumer = ?
               and (p.topic, p.partition) in (select * from unnest(?::text[], ?::integer[]))
             order by p.topic, p.partition
               for update
            """;

    private static final String OPEN =
            """
            insert into inbox_position (consumer, topic, partition, next_offset, last_sequence)
            select ?, topic, partition, 0, 0
              from unnest(?::text[], ?::integer[]) as stream (topic, partition)
             order by topic, partition
            on conflict do nothing
            """;

    private static final String STORE =
            """
            update inbox_position p
               set next_offset = reached.next_offset, last_sequence = reached.last_sequence
              from unnest(?::text[], ?::integer[], ?::bigint[], ?::bigint[])
                   as reached (topic, partition, next_offset, last_sequence)
             where p.consumer = ?
               and p.topic = reached.topic
               and p.partition = reached.partition
            """;

    private static final String READ =
            """
            select topic, partition, next_offset, last_sequence
              from inbox_position
             where consumer = ?
            """;

    private Positions() {}

    /**
     * The positions of these streams, locked until the transaction ends: two receivers of one
     * stream, as after a rebalance, work one after the other and see each other's position.
     */
    static Map<Stream, Position> lock(Connection connection, String consumer, Set<Stream> streams)
            throws SQLException {
        Map<Stream, Position> positions = query(connection, LOCK, consumer, streams);
        if (positions.size() == streams.size()) {
            return positions;
        }
        List<Stream> all = List.copyOf(streams);
        try (PreparedStatement open = connection.prepareStatement(OPEN)) {
            open.setString(1, consumer);
            setStreams(open, 2, all);
            open.executeUpdate();
        }
        return query(connection, LOCK, consumer, streams);
    }

    static void store(Connection connection, String consumer, Map<Stream, Position> reached)
            throws SQLException {
        List<Stream> streams = List.copyOf(reached.keySet());
        List<Position> positions = streams.stream().map(reached::get).toList();
        try (PreparedStatement store = connection.prepareStatement(STORE)) {
            setStreams(store, 1, streams);
            store.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint",
                            positions.stream().map(Position::nextOffset).toArray(Long[]::new)));
            store.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint",
                            positions.stream().map(Position::lastSequence).toArray(Long[]::new)));
            store.setString(5, consumer);
            store.executeUpdate();
        }
    }

    /** All positions of a consumer, without a lock. */
    static Map<Stream, Position> of(Connection connection, String consumer) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(READ)) {
            query.setString(1, consumer);
            return read(query);
        }
    }

    private static Map<Stream, Position> query(
            Connection connection, String sql, String consumer, Set<Stream> streams)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, consumer);
            setStreams(query, 2, List.copyOf(streams));
            return read(query);
        }
    }

    private static void setStreams(PreparedStatement statement, int at, List<Stream> streams)
            throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(
                at,
                connection.createArrayOf(
                        "text",
                        streams.stream()
                                .map(stream -> stream.topic().topicName())
                                .toArray(String[]::new)));
        statement.setArray(
                at + 1,
                connection.createArrayOf(
                        "integer",
                        streams.stream().map(Stream::partition).toArray(Integer[]::new)));
    }

    private static Map<Stream, Position> read(PreparedStatement query) throws SQLException {
        Map<Stream, Position> positions = new HashMap<>();
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                positions.put(
                        new Stream(Topic.named(result.getString(1)), result.getInt(2)),
                        new Position(result.getLong(3), result.getLong(4)));
            }
        }
        return positions;
    }
}

package org.carbonmarket.delivery.deadletters;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carbonmarket.delivery.inbox.Arrival;
import org.carbonmarket.delivery.inbox.KeptMessage;
import org.carbonmarket.delivery.inbox.MessageKey;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.delivery.outbox.HeaderColumns;
import org.carbonmarket.events.envelope.EventCodec;
import org.carbonmarket.events.topic.Topic;

/** The dead letters' SQL. */
final class DeadLetterTable {

    private static final String PARKED_KEYS =
            "select topic, message_key from parked_key where consumer = ? and topic = any (?)";

    private static final String INSERT =
            """
            insert into dead_letter (consumer, topic, partition, record_offset, message_key,
                                     sequence, reason, parked, header_names, header_values, payload)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String PARK_KEY =
            """
            insert into parked_key (consumer, topic, message_key) values (?, ?, ?)
            on conflict do nothing
            """;

    private static final String LOCK_POSITIONS =
            """
            select partition from inbox_position where consumer = ? and topic = ?
             order by partition for update
            """;

    private static final String WAITING =
            " from dead_letter where consumer = ? and topic = ? and discarded_at is null ";

    private static final String IN_ORDER = " order by partition, record_offset limit ?";

    private static final String OLDEST =
            "select partition, record_offset, message_key, header_names, header_values, payload"
                    + WAITING
                    + IN_ORDER;

    private static final String LIST =
            "select partition, record_offset, message_key, sequence, parked, reason, kept_at"
                    + WAITING
                    + IN_ORDER;

    private static final String DELETE =
            """
            delete from dead_letter d
             using unnest(?::text[], ?::integer[], ?::bigint[])
                   as done (topic, partition, record_offset)
             where d.consumer = ?
               and d.topic = done.topic
               and d.partition = done.partition
               and d.record_offset = done.record_offset
            """;

    private static final String FREE_KEYS =
            """
            delete from parked_key k
             where k.consumer = ? and k.topic = ?
               and not exists (
                   select 1 from dead_letter d
                    where d.consumer = k.consumer and d.topic = k.topic
                      and d.message_key = k.message_key and d.discarded_at is null)
            """;

    private static final String DISCARD =
            """
            update dead_letter
               set discarded_at = now(), discarded_by = ?, discarded_reason = ?
             where consumer = ? and topic = ? and partition = ? and record_offset = ?
               and discarded_at is null
            """;

    private DeadLetterTable() {}

    static Set<MessageKey> parkedKeys(Connection connection, String consumer, Set<Topic> topics)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(PARKED_KEYS)) {
            query.setString(1, consumer);
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "text", topics.stream().map(Topic::topicName).toArray(String[]::new)));
            Set<MessageKey> keys = new HashSet<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    keys.add(new MessageKey(Topic.named(result.getString(1)), result.getString(2)));
                }
            }
            return keys;
        }
    }

    static void insert(Connection connection, String consumer, List<KeptMessage> messages)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement park = connection.prepareStatement(PARK_KEY)) {
            for (KeptMessage kept : messages) {
                Arrival arrival = kept.arrival();
                insert.setString(1, consumer);
                insert.setString(2, arrival.topic().topicName());
                insert.setInt(3, arrival.partition());
                insert.setLong(4, arrival.offset());
                insert.setString(5, arrival.key());
                insert.setLong(6, arrival.sequence());
                insert.setString(7, kept.reason());
                insert.setBoolean(8, kept.parked());
                insert.setArray(9, HeaderColumns.names(connection, arrival.headers()));
                insert.setArray(10, HeaderColumns.values(connection, arrival.headers()));
                insert.setBytes(11, arrival.payload());
                insert.addBatch();
                if (!kept.parked()) {
                    park.setString(1, consumer);
                    park.setString(2, arrival.topic().topicName());
                    park.setString(3, arrival.key());
                    park.addBatch();
                }
            }
            insert.executeBatch();
            park.executeBatch();
        }
    }

    static void lockPositions(Connection connection, String consumer, Topic topic)
            throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK_POSITIONS)) {
            lock.setString(1, consumer);
            lock.setString(2, topic.topicName());
            lock.execute();
        }
    }

    static List<Arrival> oldest(
            Connection connection, EventCodec codec, String consumer, Topic topic, int atMost)
            throws SQLException {
        try (PreparedStatement query = waiting(connection, OLDEST, consumer, topic)) {
            query.setInt(3, atMost);
            List<Arrival> arrivals = new ArrayList<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    arrivals.add(
                            Arrival.read(
                                    codec,
                                    topic,
                                    result.getInt(1),
                                    result.getLong(2),
                                    result.getString(3),
                                    HeaderColumns.read(result.getArray(4), result.getArray(5)),
                                    result.getBytes(6)));
                }
            }
            return arrivals;
        }
    }

    static List<DeadLetter> list(Connection connection, String consumer, Topic topic, int atMost)
            throws SQLException {
        try (PreparedStatement query = waiting(connection, LIST, consumer, topic)) {
            query.setInt(3, atMost);
            List<DeadLetter> letters = new ArrayList<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    letters.add(
                            new DeadLetter(
                                    topic,
                                    result.getInt(1),
                                    result.getLong(2),
                                    result.getString(3),
                                    result.getLong(4),
                                    result.getBoolean(5),
                                    result.getString(6),
                                    result.getObject(7, OffsetDateTime.class)));
                }
            }
            return letters;
        }
    }

    static long count(Connection connection, String consumer, Topic topic) throws SQLException {
        try (PreparedStatement query =
                        waiting(connection, "select count(*)" + WAITING, consumer, topic);
                ResultSet result = query.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    static void delete(Connection connection, String consumer, List<Received> done)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            done.stream()
                                    .map(event -> event.topic().topicName())
                                    .toArray(String[]::new)));
            delete.setArray(
                    2,
                    connection.createArrayOf(
                            "integer",
                            done.stream().map(Received::partition).toArray(Integer[]::new)));
            delete.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", done.stream().map(Received::offset).toArray(Long[]::new)));
            delete.setString(4, consumer);
            delete.executeUpdate();
        }
    }

    static void freeKeys(Connection connection, String consumer, Topic topic) throws SQLException {
        try (PreparedStatement free = connection.prepareStatement(FREE_KEYS)) {
            free.setString(1, consumer);
            free.setString(2, topic.topicName());
            free.executeUpdate();
        }
    }

    static boolean discard(
            Connection connection,
            String consumer,
            Topic topic,
            int partition,
            long offset,
            String by,
            String reason)
            throws SQLException {
        try (PreparedStatement discard = connection.prepareStatement(DISCARD)) {
            discard.setString(1, by);
            discard.setString(2, reason);
            discard.setString(3, consumer);
            discard.setString(4, topic.topicName());
            discard.setInt(5, partition);
            discard.setLong(6, offset);
            return discard.executeUpdate() == 1;
        }
    }

    private static PreparedStatement waiting(
            Connection connection, String sql, String consumer, Topic topic) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setString(1, consumer);
        query.setString(2, topic.topicName());
        return query;
    }
}

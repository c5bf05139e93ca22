package org.carbonmarket.delivery.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the database is. A reader that starts at these offsets misses nothing that the database
 * does not hold already, as long as it asks here first and reads the database afterwards.
 */
@ApplicationScoped
public class InboxPositions {

    private final AgroalDataSource database;

    InboxPositions(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * The offset of the first message of each partition that the consumer has not taken in;
     * partitions it has never read are absent.
     *
     * @throws IllegalStateException when the database does not answer
     */
    public Map<TopicPartition, Long> nextOffsets(String consumer) {
        try (Connection connection = database.getConnection()) {
            Map<TopicPartition, Long> offsets = new HashMap<>();
            Positions.of(connection, consumer)
                    .forEach((stream, position) ->
                            offsets.put(
                                    new TopicPartition(
                                            stream.topic().topicName(), stream.partition()),
                                    position.nextOffset()));
            return Map.copyOf(offsets);
        } catch (SQLException unavailable) {
            throw new IllegalStateException("positions cannot be read", unavailable);
        }
    }
}

package org.carbonmarket.delivery.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.carbonmarket.events.topic.Topic;

/** Where messages that cannot be handed over are kept. All of it in the inbox's transaction. */
public interface Keeping {

    /** The keys that have a dead letter: what comes for them is to be parked. */
    Set<MessageKey> keysWithDeadLetters(Connection connection, String consumer, Set<Topic> topics)
            throws SQLException;

    void keep(Connection connection, String consumer, List<KeptMessage> messages)
            throws SQLException;
}

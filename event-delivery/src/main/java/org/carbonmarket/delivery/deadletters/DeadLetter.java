package org.carbonmarket.delivery.deadletters;

import java.time.OffsetDateTime;
import org.carbonmarket.events.topic.Topic;

/**
 * A message that waits for an operator.
 *
 * @param parked whether it was understood and only waits behind an earlier one of its key
 * @param reason why it waits
 */
public record DeadLetter(
        Topic topic,
        int partition,
        long offset,
        String key,
        long sequence,
        boolean parked,
        String reason,
        OffsetDateTime keptAt) {}

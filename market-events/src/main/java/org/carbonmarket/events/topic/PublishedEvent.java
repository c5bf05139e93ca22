package org.carbonmarket.events.topic;

import java.time.OffsetDateTime;

/** An event of the published language. Its topic is the one whose family it belongs to. */
public interface PublishedEvent {

    /** The Kafka key: events of one key keep their order. */
    String key();

    /** Business time in Asia/Shanghai. */
    OffsetDateTime at();
}

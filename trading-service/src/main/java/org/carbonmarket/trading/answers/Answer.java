package org.carbonmarket.trading.answers;

import org.carbonmarket.events.topic.PublishedEvent;

/** How a request to the market ended for the one who waits. */
public sealed interface Answer {

    /** The market answered. */
    record Answered(PublishedEvent event) implements Answer {}

    /**
     * The request stands on the log and the market will answer it, but has not within the deadline.
     *
     * @param command its number, which the answer will carry
     * @param position its place on the log
     */
    record Outstanding(String command, long position) implements Answer {}

    /** It is not known whether the request reached the log. */
    record Unknown() implements Answer {}

    /** Nothing was sent: as many requests as this replica admits wait already. */
    record Overloaded() implements Answer {}
}

package org.carbonmarket.trading.engine;

import org.carbonmarket.events.topic.PublishedEvent;

/** Takes what the engine has to say, in order, on the engine's thread. */
@FunctionalInterface
public interface EngineOutput {

    /**
     * One event.
     *
     * @param sequence gapless from 1 within the event's topic and this market; trades and
     *     executions share the trade's number
     */
    void event(PublishedEvent event, long sequence);
}

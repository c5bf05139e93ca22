package org.carbonmarket.trading.marketlog;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.trading.engine.EngineOutput;

/** Takes the engine's outputs of one batch into the open transaction. */
final class OutputBatch implements EngineOutput {

    private final Producer<String, byte[]> producer;
    private final LogRecords records;
    private final List<PublishedEvent> events = new ArrayList<>();
    private boolean closesDay;

    OutputBatch(Producer<String, byte[]> producer, LogRecords records) {
        this.producer = producer;
        this.records = records;
    }

    @Override
    public void event(PublishedEvent event, long sequence) {
        // A failed send fails the commit; its future needs no look.
        var _ = producer.send(records.output(event, sequence));
        events.add(event);
        closesDay |= event instanceof TradingDayClosed;
    }

    List<PublishedEvent> events() {
        return events;
    }

    boolean closesDay() {
        return closesDay;
    }
}

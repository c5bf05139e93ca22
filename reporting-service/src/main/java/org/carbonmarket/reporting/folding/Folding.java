package org.carbonmarket.reporting.folding;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.carbonmarket.delivery.inbox.Inbox;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.delivery.inbox.SequenceGap;
import org.carbonmarket.events.topic.Topic;

/**
 * Folds a topic's batches into all views in one transaction, so that the views agree with each
 * other on how much of the topic they have seen.
 *
 * <p>Each topic has a consumer of its own: a stop of one leaves the others going.
 */
@ApplicationScoped
class Folding {

    private final Inbox inbox;
    private final StoppedTopics stopped;
    private final List<View> views;

    Folding(Inbox inbox, StoppedTopics stopped, @All List<View> views) {
        this.inbox = inbox;
        this.stopped = stopped;
        this.views = views;
    }

    void receive(Topic topic, ConsumerRecords<String, byte[]> records) {
        try {
            inbox.receive(Consumer.of(topic), records, this::fold);
        } catch (SequenceGap gap) {
            stopped.note(topic, String.valueOf(gap.getMessage()));
            throw gap;
        }
    }

    private void fold(List<Received> batch) {
        views.forEach(view -> view.fold(batch));
    }
}

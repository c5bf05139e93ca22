package org.carbonmarket.delivery.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;

/** What the inbox did, for operators. */
@ApplicationScoped
class InboxMetrics {

    private final MeterRegistry meters;

    InboxMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void received(String consumer, Sorting sorted) {
        Tags of = Tags.of("consumer", consumer);
        meters.counter("delivery.inbox.events", of).increment(sorted.accepted().size());
        meters.counter("delivery.inbox.dropped", of.and("cause", "redelivery"))
                .increment(sorted.redelivered());
        meters.counter("delivery.inbox.dropped", of.and("cause", "duplicate"))
                .increment(sorted.duplicates());
        if (sorted.gap() != null) {
            meters.counter("delivery.inbox.gaps", of).increment();
        }
        for (KeptMessage message : sorted.kept()) {
            Tags kept = of.and("topic", message.arrival().topic().topicName());
            meters.counter(message.parked() ? "delivery.parked" : "delivery.dead.letters", kept)
                    .increment();
        }
    }

    void failed(String consumer) {
        meters.counter("delivery.inbox.failures", "consumer", consumer).increment();
    }
}

package org.carbonmarket.settlement.entrustment;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.carbonmarket.delivery.inbox.Inbox;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.PositionEvent;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what markets let go of. */
@ApplicationScoped
class ReleasesListener {

    /** The channel's group.id, by which its position is kept. */
    private static final String CONSUMER = "settlement.releases";

    private final Inbox inbox;
    private final Entrustments entrustments;

    ReleasesListener(Inbox inbox, Entrustments entrustments) {
        this.inbox = inbox;
        this.entrustments = entrustments;
    }

    @Incoming("trading-releases")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(CONSUMER, records, this::apply);
    }

    void apply(List<Received> batch) {
        List<FundsReleased> releases =
                batch.stream().map(Received::event).flatMap(ReleasesListener::release).toList();
        if (!releases.isEmpty()) {
            entrustments.takeBack(releases);
        }
    }

    private static Stream<FundsReleased> release(PublishedEvent event) {
        return switch ((PositionEvent) event) {
            case FundsReleased release -> Stream.of(release);
            case PositionEvent.AllowancesCredited _,
                    PositionEvent.FundsCredited _,
                    PositionEvent.AllowancesReleased _,
                    PositionEvent.AllowancesRecalled _,
                    PositionEvent.FundsRecalled _,
                    PositionEvent.ReleaseRejected _,
                    PositionEvent.PositionStated _ ->
                    Stream.empty();
        };
    }
}

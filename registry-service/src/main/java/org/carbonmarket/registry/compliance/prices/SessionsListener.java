package org.carbonmarket.registry.compliance.prices;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.carbonmarket.delivery.inbox.Inbox;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.trading.SessionEvent;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of the ends of trading days. */
@ApplicationScoped
class SessionsListener {

    /** The channel's group.id, by which its position is kept. */
    private static final String CONSUMER = "registry.sessions";

    private final Inbox inbox;
    private final TradedDays days;

    SessionsListener(Inbox inbox, TradedDays days) {
        this.inbox = inbox;
        this.days = days;
    }

    @Incoming("trading-sessions")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(CONSUMER, records, this::apply);
    }

    void apply(List<Received> batch) {
        List<TradingDayClosed> closed =
                batch.stream().map(Received::event).flatMap(SessionsListener::closed).toList();
        if (!closed.isEmpty()) {
            days.close(closed);
        }
    }

    private static Stream<TradingDayClosed> closed(Object event) {
        return switch ((SessionEvent) event) {
            case TradingDayClosed day -> Stream.of(day);
            case SessionEvent.ProductListed _,
                    SessionEvent.PhaseEntered _,
                    SessionEvent.ProductOpened _,
                    SessionEvent.OpeningRefused _,
                    SessionEvent.TradingHalted _,
                    SessionEvent.TradingResumed _ ->
                    Stream.empty();
        };
    }
}

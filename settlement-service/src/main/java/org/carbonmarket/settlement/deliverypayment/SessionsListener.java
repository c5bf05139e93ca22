package org.carbonmarket.settlement.deliverypayment;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.carbonmarket.delivery.inbox.Inbox;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.SessionEvent;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.settlement.clearing.Clearing;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears trading close its days. */
@ApplicationScoped
class SessionsListener {

    /** The channel's group.id, by which its position is kept. */
    private static final String CONSUMER = "settlement.sessions";

    private final Inbox inbox;
    private final InstructionTable table;
    private final Clearing clearing;

    SessionsListener(Inbox inbox, InstructionTable table, Clearing clearing) {
        this.inbox = inbox;
        this.table = table;
        this.clearing = clearing;
    }

    @Incoming("trading-sessions")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(CONSUMER, records, this::apply);
    }

    /** Under the market's payment order, so that the last payment cannot slip by unseen. */
    void apply(List<Received> batch) {
        List<TradingDayClosed> closings =
                batch.stream().map(Received::event).flatMap(SessionsListener::closing).toList();
        for (TradingDayClosed closed : closings) {
            Map<Market, Long> turns = table.lockTurns(Set.of(closed.market()));
            clearing.close(closed);
            turns.forEach(clearing::clearWhatIsFinal);
        }
    }

    private static Stream<TradingDayClosed> closing(PublishedEvent event) {
        return switch ((SessionEvent) event) {
            case TradingDayClosed closed -> Stream.of(closed);
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

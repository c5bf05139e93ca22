package org.carbonmarket.trading.projection;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.carbonmarket.delivery.inbox.Inbox;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.settlement.SettlementEvent.SettlementFailed;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.AuctionEvent;
import org.carbonmarket.events.trading.BidEvent;
import org.carbonmarket.events.trading.BlockEvent;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionVoided;
import org.carbonmarket.events.trading.OrderEvent;
import org.carbonmarket.events.trading.PositionEvent;
import org.carbonmarket.events.trading.SessionEvent;
import org.carbonmarket.events.trading.SupervisionEvent;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.events.trading.TradeEvent.TradeVoided;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps the query tables after the published events: a batch, its effect and its position are one
 * database transaction.
 */
@ApplicationScoped
class ProjectionListener {

    private static final String CONSUMER = "trading-projection";

    private final Inbox inbox;
    private final ProjectedOrders orders;
    private final ProjectedBlockOffers blockOffers;
    private final ProjectedAuctions auctions;
    private final ProjectedTrades trades;
    private final ProjectedSupervision supervision;
    private final ProjectedCandles candles;
    private final ProjectedReleases releases;
    private final ProjectedPositions positions;
    private final ProjectedSessions sessions;

    @Inject
    ProjectionListener(
            Inbox inbox,
            ProjectedOrders orders,
            ProjectedBlockOffers blockOffers,
            ProjectedAuctions auctions,
            ProjectedTrades trades,
            ProjectedSupervision supervision,
            ProjectedCandles candles,
            ProjectedReleases releases,
            ProjectedPositions positions,
            ProjectedSessions sessions) {
        this.inbox = inbox;
        this.orders = orders;
        this.blockOffers = blockOffers;
        this.auctions = auctions;
        this.trades = trades;
        this.supervision = supervision;
        this.candles = candles;
        this.releases = releases;
        this.positions = positions;
        this.sessions = sessions;
    }

    @Incoming(CONSUMER)
    @Blocking
    void project(ConsumerRecords<String, byte[]> records) {
        inbox.receive(CONSUMER, records, this::apply);
    }

    private void apply(List<Received> batch) {
        List<PublishedEvent> events = batch.stream().map(Received::event).toList();
        orders.apply(only(OrderEvent.class, events));
        blockOffers.apply(only(BlockEvent.class, events));
        auctions.applyAuctions(only(AuctionEvent.class, events));
        auctions.applyBids(only(BidEvent.class, events));
        trades.applyTrades(only(TradeExecuted.class, events));
        trades.applyVoidings(only(TradeVoided.class, events));
        candles.apply(only(TradeExecuted.class, events));
        candles.applyVoidings(only(TradeVoided.class, events));
        trades.applyExecutions(only(ExecutionRecorded.class, events));
        trades.applyVoids(only(TradeVoided.class, events), only(ExecutionVoided.class, events));
        supervision.apply(only(SupervisionEvent.class, events));
        releases.apply(only(PositionEvent.class, events));
        positions.apply(
                only(PositionEvent.class, events),
                only(ExecutionRecorded.class, events),
                only(ExecutionVoided.class, events),
                only(SettlementFailed.class, events));
        sessions.apply(only(SessionEvent.class, events));
        sessions.applyQuotes(batch);
        sessions.progress(events);
    }

    private static <E extends PublishedEvent> List<E> only(
            Class<E> family, List<PublishedEvent> events) {
        return events.stream().filter(family::isInstance).map(family::cast).toList();
    }
}

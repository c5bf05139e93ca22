package org.carbonmarket.trading.engine;

import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.AuctionEvent;
import org.carbonmarket.events.trading.ExecutionEvent;
import org.carbonmarket.events.trading.OrderEvent;
import org.carbonmarket.events.trading.PositionEvent;
import org.carbonmarket.events.trading.SessionEvent;
import org.carbonmarket.events.trading.SupervisionEvent;
import org.carbonmarket.events.trading.TradeEvent;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;

/** Numbers the outputs per topic and hands them to whoever listens to the current command. */
final class Publisher {

    private static final EngineOutput NOBODY =
            (PublishedEvent event, long sequence) -> {
                throw new IllegalStateException("nothing is applied, yet there is " + event);
            };

    private EngineOutput output = NOBODY;
    private long orders;
    private long positions;
    private long trades;
    private long sessions;
    private long supervision;
    private long auctions;

    void listen(EngineOutput listener) {
        output = listener;
    }

    void stop() {
        output = NOBODY;
    }

    void order(OrderEvent event) {
        output.event(event, ++orders);
    }

    void position(PositionEvent event) {
        output.event(event, ++positions);
    }

    void session(SessionEvent event) {
        output.event(event, ++sessions);
    }

    void auction(AuctionEvent event) {
        output.event(event, ++auctions);
    }

    void supervision(SupervisionEvent event) {
        output.event(event, ++supervision);
    }

    /** The number of the trade to come. */
    long nextTrade() {
        return trades + 1;
    }

    /** The newest trade's number, 0 before the first. */
    long lastTrade() {
        return trades;
    }

    /** A trade's public and its private side, both numbered as the trade itself. */
    void trade(TradeEvent trade, ExecutionEvent execution) {
        trades++;
        output.event(trade, trades);
        output.event(execution, trades);
    }

    void write(SnapshotWriter to) {
        to.int64(orders);
        to.int64(positions);
        to.int64(trades);
        to.int64(sessions);
        to.int64(supervision);
        to.int64(auctions);
    }

    static Publisher read(SnapshotReader from) {
        Publisher publisher = new Publisher();
        publisher.orders = from.int64();
        publisher.positions = from.int64();
        publisher.trades = from.int64();
        publisher.sessions = from.int64();
        publisher.supervision = from.int64();
        publisher.auctions = from.int64();
        return publisher;
    }
}

package org.carbonmarket.benchmark;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** exchange-core's book: one command object is used again and again, as its engine does. */
final class PeerBook implements MeasuredBook {

    private static final long USER = 1;

    /** Large enough never to run dry, so that its orders, buckets and tree nodes are reused. */
    private static final int POOLED = 1 << 16;

    private final OrderBookDirectImpl book =
            new OrderBookDirectImpl(
                    symbol(),
                    pool(),
                    OrderBookEventsHelper.NON_POOLED_EVENTS_HELPER,
                    LoggingConfiguration.DEFAULT);
    private final OrderCommand command = new OrderCommand();
    private final TradeSink sink;

    PeerBook(TradeSink sink) {
        this.sink = sink;
        command.uid = USER;
    }

    /** A future: for a currency pair no bid may be moved above the price it reserved. */
    private static CoreSymbolSpecification symbol() {
        return CoreSymbolSpecification.builder()
                .symbolId(1)
                .type(SymbolType.FUTURES_CONTRACT)
                .baseScaleK(1)
                .quoteScaleK(1)
                .build();
    }

    private static ObjectsPool pool() {
        return new ObjectsPool(
                Map.of(
                        ObjectsPool.DIRECT_ORDER, POOLED,
                        ObjectsPool.DIRECT_BUCKET, POOLED,
                        ObjectsPool.ART_NODE_4, POOLED,
                        ObjectsPool.ART_NODE_16, POOLED,
                        ObjectsPool.ART_NODE_48, POOLED,
                        ObjectsPool.ART_NODE_256, POOLED));
    }

    @Override
    public void apply(Commands commands, int n) {
        command.matcherEvent = null;
        command.orderId = commands.id(n);
        command.price = commands.price(n);
        switch (commands.kind(n)) {
            case Commands.PLACE -> enter(commands, n, OrderType.GTC);
            case Commands.IMMEDIATE_OR_CANCEL -> enter(commands, n, OrderType.IOC);
            case Commands.CANCEL -> require(book.cancelOrder(command));
            default -> require(book.moveOrder(command));
        }
        report(command.matcherEvent);
    }

    private void enter(Commands commands, int n, OrderType type) {
        command.orderType = type;
        command.action = commands.isBuy(n) ? OrderAction.BID : OrderAction.ASK;
        command.size = commands.quantity(n);
        command.reserveBidPrice = command.price;
        book.newOrder(command);
    }

    private void require(CommandResultCode code) {
        if (code != CommandResultCode.SUCCESS) {
            throw new IllegalStateException("order " + command.orderId + " was refused: " + code);
        }
    }

    private void report(@Nullable MatcherTradeEvent first) {
        for (MatcherTradeEvent event = first; event != null; event = event.nextEvent) {
            if (event.eventType == MatcherEventType.TRADE) {
                sink.trade(command.orderId, event.matchedOrderId, event.price, event.size);
            }
        }
    }

    @Override
    public int size() {
        return book.getOrdersNum(OrderAction.BID) + book.getOrdersNum(OrderAction.ASK);
    }
}

package org.carbonmarket.registry;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.settlement.DeliveryRequestEvent.DeliveryRequested;
import org.carbonmarket.events.settlement.SettlementEvent.SettlementFailed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeReversed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeSettled;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.testing.KafkaProbe;
import org.jspecify.annotations.Nullable;

/** Settlement and trading as the registry hears them, and the registry's answers, on Kafka. */
final class SettlementSide {

    /** Sequences so far; every event here is of one market and so of one partition. */
    private static final Map<Topic, Long> LAST = new HashMap<>();

    private static final AtomicLong TRADES = new AtomicLong();
    private static final AtomicLong RELEASES = new AtomicLong();
    private static final OffsetDateTime AT = OffsetDateTime.parse("2021-07-16T10:00:00+08:00");
    private static final Money AMOUNT = Money.ofYuan("48.00");
    private static final Money FEE = Money.ofFen(0);

    private SettlementSide() {}

    /** A trade that nobody has used yet. */
    static DeliveryRequested trade(String seller, String buyer, String product, long tonnes) {
        return new DeliveryRequested(
                new TradeId(Market.CN, TRADES.incrementAndGet()),
                AccountId.of(seller),
                AccountId.of(buyer),
                ProductCode.of(product),
                Tonnes.of(tonnes),
                AT);
    }

    static TradeSettled settled(DeliveryRequested trade) {
        return new TradeSettled(
                trade.trade(),
                trade.buyer(),
                trade.seller(),
                trade.product(),
                trade.tonnes(),
                AMOUNT,
                FEE,
                FEE,
                AT);
    }

    static TradeReversed reversed(DeliveryRequested reversal, DeliveryRequested voided) {
        return new TradeReversed(
                reversal.trade(),
                voided.trade(),
                voided.buyer(),
                voided.seller(),
                voided.product(),
                voided.tonnes(),
                AMOUNT,
                FEE,
                FEE,
                AT);
    }

    static SettlementFailed failed(DeliveryRequested trade, boolean locked) {
        return failed(trade, locked, null);
    }

    static SettlementFailed failed(
            DeliveryRequested trade, boolean locked, @Nullable AccountId atFault) {
        return new SettlementFailed(
                trade.trade(),
                trade.buyer(),
                trade.seller(),
                trade.product(),
                trade.tonnes(),
                AMOUNT,
                FEE,
                FEE,
                "FUNDS_SHORT",
                locked,
                atFault,
                AT);
    }

    static AllowancesReleased released(String account, String product, long tonnes) {
        long number = RELEASES.incrementAndGet();
        return new AllowancesReleased(
                Market.CN,
                "command-" + number,
                "CN-R" + number,
                AccountId.of(account),
                ProductCode.of(product),
                Tonnes.of(tonnes),
                AT);
    }

    /** Publishes events with the next sequences. */
    static void publish(List<? extends PublishedEvent> events) {
        probe().publish(events.toArray(PublishedEvent[]::new));
        events.forEach(event -> LAST.merge(Topic.of(event), 1L, Long::sum));
    }

    /** Publishes what its publisher sent last once more, under the same sequence. */
    static void publishAgain(PublishedEvent event) {
        probe().publishAs(LAST.getOrDefault(Topic.of(event), 0L), event);
    }

    /** Everything committed on a topic so far. */
    static List<PublishedEvent> read(Topic topic) {
        return probe().read(topic);
    }

    /** One probe for all tests, since they share the broker and so the sequences. */
    private static KafkaProbe probe() {
        return Probe.ONE;
    }

    /** Made when first asked for, which is when the broker runs. */
    private static final class Probe {
        static final KafkaProbe ONE = new KafkaProbe();
    }
}

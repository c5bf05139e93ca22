package org.carbonmarket.events.topic;

import java.util.List;
import java.util.Set;
import org.carbonmarket.events.marketlog.MarketCommand;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.registry.AccountEvent;
import org.carbonmarket.events.registry.ComplianceEvent;
import org.carbonmarket.events.registry.CreditEvent;
import org.carbonmarket.events.registry.DeliveryEvent;
import org.carbonmarket.events.registry.HoldingEvent;
import org.carbonmarket.events.settlement.DayEvent;
import org.carbonmarket.events.settlement.DeliveryRequestEvent;
import org.carbonmarket.events.settlement.FundsEvent;
import org.carbonmarket.events.settlement.SettlementEvent;
import org.carbonmarket.events.trading.AuctionEvent;
import org.carbonmarket.events.trading.ExecutionEvent;
import org.carbonmarket.events.trading.OrderEvent;
import org.carbonmarket.events.trading.PositionEvent;
import org.carbonmarket.events.trading.QuoteEvent;
import org.carbonmarket.events.trading.SessionEvent;
import org.carbonmarket.events.trading.SupervisionEvent;
import org.carbonmarket.events.trading.TradeEvent;

/** Every topic of the platform: one family of events, one writer, its readers. */
public enum Topic {
    REGISTRY_ACCOUNTS(
            "registry.accounts",
            AccountEvent.class,
            Spread.BY_KEY,
            Access.INTERNAL_COMPACTED,
            Service.REGISTRY,
            Set.of(Service.TRADING, Service.SETTLEMENT, Service.REPORTING)),
    REGISTRY_HOLDINGS(
            "registry.holdings",
            HoldingEvent.class,
            Spread.BY_KEY,
            Access.INTERNAL,
            Service.REGISTRY,
            Set.of(Service.TRADING, Service.REPORTING)),
    REGISTRY_COMPLIANCE(
            "registry.compliance",
            ComplianceEvent.class,
            Spread.BY_KEY,
            Access.INTERNAL,
            Service.REGISTRY,
            Set.of(Service.REPORTING)),
    REGISTRY_CREDITS(
            "registry.credits",
            CreditEvent.class,
            Spread.BY_KEY,
            Access.INTERNAL,
            Service.REGISTRY,
            Set.of(Service.REPORTING)),
    REGISTRY_DELIVERIES(
            "registry.deliveries",
            DeliveryEvent.class,
            Spread.BY_MARKET,
            Access.INTERNAL,
            Service.REGISTRY,
            Set.of(Service.SETTLEMENT, Service.REPORTING)),
    MARKET_LOG(
            "trading.market-log",
            MarketCommand.class,
            Spread.BY_MARKET,
            Access.PRIVATE,
            Service.TRADING,
            Set.of(Service.TRADING)),
    TRADING_ORDERS(
            "trading.orders",
            OrderEvent.class,
            Spread.BY_MARKET,
            Access.INTERNAL,
            Service.TRADING,
            Set.of(Service.TRADING, Service.REPORTING)),
    TRADING_RELEASES(
            "trading.releases",
            PositionEvent.class,
            Spread.BY_MARKET,
            Access.INTERNAL,
            Service.TRADING,
            Set.of(Service.TRADING, Service.REGISTRY, Service.SETTLEMENT, Service.REPORTING)),
    TRADING_EXECUTIONS(
            "trading.executions",
            ExecutionEvent.class,
            Spread.BY_MARKET,
            Access.INTERNAL,
            Service.TRADING,
            Set.of(Service.TRADING, Service.SETTLEMENT, Service.REPORTING)),
    TRADING_TRADES(
            "trading.trades",
            TradeEvent.class,
            Spread.BY_MARKET,
            Access.PUBLIC,
            Service.TRADING,
            Set.of(Service.TRADING, Service.REGISTRY, Service.REPORTING)),
    TRADING_QUOTES(
            "trading.quotes",
            QuoteEvent.class,
            Spread.BY_MARKET,
            Access.PUBLIC_COMPACTED,
            Service.TRADING,
            Set.of(Service.TRADING, Service.REPORTING)),
    TRADING_SESSIONS(
            "trading.sessions",
            SessionEvent.class,
            Spread.BY_MARKET,
            Access.PUBLIC,
            Service.TRADING,
            Set.of(Service.TRADING, Service.REGISTRY, Service.SETTLEMENT, Service.REPORTING)),
    TRADING_AUCTIONS(
            "trading.auctions",
            AuctionEvent.class,
            Spread.BY_MARKET,
            Access.PUBLIC,
            Service.TRADING,
            Set.of(Service.TRADING, Service.REPORTING)),
    TRADING_SUPERVISION(
            "trading.supervision",
            SupervisionEvent.class,
            Spread.BY_MARKET,
            Access.INTERNAL,
            Service.TRADING,
            Set.of(Service.TRADING, Service.REPORTING)),
    SETTLEMENT_DELIVERIES(
            "settlement.deliveries",
            DeliveryRequestEvent.class,
            Spread.BY_MARKET,
            Access.INTERNAL,
            Service.SETTLEMENT,
            Set.of(Service.REGISTRY)),
    SETTLEMENT_FUNDS(
            "settlement.funds",
            FundsEvent.class,
            Spread.BY_KEY,
            Access.INTERNAL,
            Service.SETTLEMENT,
            Set.of(Service.TRADING, Service.REPORTING)),
    SETTLEMENT_TRADES(
            "settlement.trades",
            SettlementEvent.class,
            Spread.BY_MARKET,
            Access.INTERNAL,
            Service.SETTLEMENT,
            Set.of(Service.TRADING, Service.REGISTRY, Service.REPORTING)),
    SETTLEMENT_DAYS(
            "settlement.days",
            DayEvent.class,
            Spread.BY_MARKET,
            Access.INTERNAL,
            Service.SETTLEMENT,
            Set.of(Service.TRADING, Service.REPORTING));

    /** How events are spread over partitions. */
    public enum Spread {
        /** By the hash of the key. */
        BY_KEY,
        /** The partition of the event's market, so that a market's sequence is the partition's. */
        BY_MARKET
    }

    /** Who may read a topic, and how long it keeps what it holds. */
    public enum Access {
        /** Within its own service. */
        PRIVATE,
        /** Within the platform. */
        INTERNAL,
        INTERNAL_COMPACTED,
        /** Downstream systems too. */
        PUBLIC,
        PUBLIC_COMPACTED;

        public boolean isPublic() {
            return this == PUBLIC || this == PUBLIC_COMPACTED;
        }

        public boolean isCompacted() {
            return this == INTERNAL_COMPACTED || this == PUBLIC_COMPACTED;
        }
    }

    /** The four services. */
    public enum Service {
        REGISTRY,
        TRADING,
        SETTLEMENT,
        REPORTING;

        /** The name in event types, sources and Kafka principals. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What is appended to a topic's name for its dead letters. */
    public static final String DEAD_LETTERS = ".dead-letters";

    private static final int KEY_PARTITIONS = 3;

    private final String topicName;
    private final Class<? extends PublishedEvent> family;
    private final Spread spread;
    private final Access access;
    private final Service writer;

    @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of.
    private final Set<Service> readers;

    Topic(
            String topicName,
            Class<? extends PublishedEvent> family,
            Spread spread,
            Access access,
            Service writer,
            Set<Service> readers) {
        this.topicName = topicName;
        this.family = family;
        this.spread = spread;
        this.access = access;
        this.writer = writer;
        this.readers = readers;
    }

    public String topicName() {
        return topicName;
    }

    /** The sealed interface whose records travel here. */
    public Class<? extends PublishedEvent> family() {
        return family;
    }

    public Spread spread() {
        return spread;
    }

    public Access access() {
        return access;
    }

    public Service writer() {
        return writer;
    }

    public Set<Service> readers() {
        return readers;
    }

    public int partitions() {
        return spread == Spread.BY_MARKET ? Market.values().length : KEY_PARTITIONS;
    }

    /** The name of the topic that takes what a reader could not understand. */
    public String deadLetters() {
        return topicName + DEAD_LETTERS;
    }

    /** The partition this event belongs on; stated by the writer, never left to the client. */
    public int partitionOf(PublishedEvent event) {
        return switch (spread) {
            case BY_MARKET -> ((MarketScoped) event).market().partition();
            case BY_KEY -> Math.floorMod(event.key().hashCode(), KEY_PARTITIONS);
        };
    }

    /** The topic an event travels on. */
    public static Topic of(PublishedEvent event) {
        for (Topic topic : TOPICS) {
            if (topic.family.isInstance(event)) {
                return topic;
            }
        }
        throw new IllegalArgumentException("no topic carries " + event.getClass().getName());
    }

    /** The topic of that name. */
    public static Topic named(String topicName) {
        for (Topic topic : TOPICS) {
            if (topic.topicName.equals(topicName)) {
                return topic;
            }
        }
        throw new IllegalArgumentException("no topic is named " + topicName);
    }

    private static final List<Topic> TOPICS = List.of(values());
}

package org.carbonmarket.trading.marketlog;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.OrderEvent.OrderRejected;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;

/** Figures of the engines of this replica. */
@ApplicationScoped
class EngineMetrics {

    private static final String MARKET = "market";

    private final MeterRegistry registry;

    @Inject
    EngineMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void batchCommitted(
            Market market, int commands, List<PublishedEvent> events, Duration duration) {
        Timer.builder("trading.engine.batch")
                .description("From the first command of a batch to its committed outputs")
                .publishPercentileHistogram()
                .tag(MARKET, market.name())
                .register(registry)
                .record(duration);
        counter("trading.engine.commands", market).increment(commands);
        for (PublishedEvent event : events) {
            count(market, event);
        }
    }

    private void count(Market market, PublishedEvent event) {
        switch (event) {
            case OrderPlaced placed when !placed.repeated() ->
                    counter("trading.orders", market).increment();
            case OrderRejected rejected ->
                    registry.counter(
                                    "trading.rejects",
                                    MARKET,
                                    market.name(),
                                    "code",
                                    rejected.code().name())
                            .increment();
            case TradeExecuted _ -> counter("trading.trades", market).increment();
            default -> {
                // Other events are counted where they are read.
            }
        }
    }

    void deadLetter(Market market) {
        counter("trading.engine.dead.letters", market).increment();
    }

    void recovered(Market market) {
        counter("trading.engine.recoveries", market).increment();
    }

    /** An engine thread gave up its markets and starts over; worth an alert when it repeats. */
    void failed() {
        registry.counter("trading.engine.failures").increment();
    }

    private Counter counter(String name, Market market) {
        return registry.counter(name, MARKET, market.name());
    }
}

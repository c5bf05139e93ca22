package org.carbonmarket.trading.session;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.events.calendar.TradingCalendar;
import org.carbonmarket.events.marketlog.MarketCommand.EnterPhase;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.trading.auction.AuctionClerk;
import org.carbonmarket.trading.marketlog.MarketLog;
import org.carbonmarket.trading.marketlog.MarketStatus;
import org.carbonmarket.trading.marketlog.OwnedMarkets;
import org.jboss.logging.Logger;

/**
 * Rings the bell: when the business clock passes a boundary of the day plan, the clerk of the
 * replica that owns the market appends the phase to its log. One phase at a time, each only after
 * the engine took up the one before, and after the auctions that are due. Two clerks at work during
 * a change of owner do no harm: a phase already reached changes nothing.
 */
@ApplicationScoped
class SessionClerk {

    private static final Logger LOG = Logger.getLogger(SessionClerk.class);

    /** Short against what a jumping clock's followers wait for, long against what a look costs. */
    private static final long LOOK_EVERY_MS = 10;

    private final BusinessClock clock;
    private final OwnedMarkets owned;
    private final MarketLog log;
    private final AuctionClerk auctions;
    private final TradingCalendar calendar = TradingCalendar.national();
    private final Map<Market, PhaseEntry> entries = new EnumMap<>(Market.class);
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("session-clerk").daemon().factory());

    @Inject
    SessionClerk(BusinessClock clock, OwnedMarkets owned, MarketLog log, AuctionClerk auctions) {
        this.clock = clock;
        this.owned = owned;
        this.log = log;
        this.auctions = auctions;
    }

    void start(@Observes StartupEvent starting) {
        var _ =
                looking.scheduleWithFixedDelay(
                        this::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent ending) {
        looking.shutdownNow();
    }

    private void look() {
        try {
            OffsetDateTime now = clock.now();
            for (Market market : Market.values()) {
                owned.live(market)
                        .ifPresentOrElse(
                                status -> advance(status, now), () -> entries.remove(market));
            }
        } catch (RuntimeException unexpected) {
            LOG.warnf(unexpected, "The session clerk looks again in a moment");
        }
    }

    private void advance(MarketStatus status, OffsetDateTime now) {
        if (auctions.endDue(status, now)) {
            return;
        }
        PhaseEntry entry = entries.get(status.market());
        if (entry != null && !entry.isAnswered(status, System.nanoTime())) {
            return;
        }
        Optional<DuePhase> due = DuePhase.of(status, now, calendar);
        if (due.isEmpty()) {
            entries.remove(status.market());
            return;
        }
        DuePhase phase = due.orElseThrow();
        var position =
                log.append(new EnterPhase(status.market(), phase.day(), phase.phase(), now))
                        .toCompletableFuture();
        entries.put(
                status.market(),
                new PhaseEntry(phase, position, status.uncleared() != null, System.nanoTime()));
    }
}

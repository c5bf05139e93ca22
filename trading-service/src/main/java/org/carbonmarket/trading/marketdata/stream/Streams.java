package org.carbonmarket.trading.marketdata.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.Market;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The streams of this replica: bounded in number, kept alive while quiet, ended when stalled. */
@ApplicationScoped
class Streams {

    private final Feeds feeds;
    private final PastEvents past;
    private final int most;
    private final Duration look;
    private final int mostStalled;
    private final AtomicInteger open = new AtomicInteger();
    private final Set<StreamReader> readers = ConcurrentHashMap.newKeySet();
    private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("market-streams").daemon().factory());

    @Inject
    Streams(
            Feeds feeds,
            PastEvents past,
            MeterRegistry metrics,
            @ConfigProperty(name = "market.stream.readers", defaultValue = "1000") int most,
            @ConfigProperty(name = "market.stream.look", defaultValue = "5s") Duration look,
            @ConfigProperty(name = "market.stream.stalled-looks", defaultValue = "6")
                    int mostStalled) {
        this.feeds = feeds;
        this.past = past;
        this.most = most;
        this.look = look;
        this.mostStalled = mostStalled;
        metrics.gauge("trading.stream.readers", open);
    }

    void start(@Observes StartupEvent starting) {
        var _ =
                looking.scheduleWithFixedDelay(
                        () -> readers.forEach(reader -> reader.look(mostStalled)),
                        look.toMillis(),
                        look.toMillis(),
                        TimeUnit.MILLISECONDS);
        // A stream is a request that never ends: it must not hold up a stop until its time is out.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::endAll));
    }

    void stop(@Observes ShutdownEvent ending) {
        looking.shutdownNow();
        endAll();
        sending.shutdown();
    }

    private void endAll() {
        readers.forEach(reader -> reader.end(StreamItem.End.stopping()));
    }

    /** The market's feed, for a snapshot. */
    MarketFeed feed(Market market) {
        return feeds.of(market);
    }

    /**
     * A stream that begins after a cursor, or, without one, with the newest quotes.
     *
     * @throws Refusal 503 when this replica has as many readers as it admits; 410 when the cursor
     *     is of session events nobody remembers
     */
    Flow.Publisher<StreamItem> after(Market market, @Nullable Cursor cursor, Interest interest) {
        MarketFeed feed = feeds.of(market);
        Cursor now = feed.cursor();
        Cursor after =
                cursor != null ? cursor : new Cursor(market, 0, now.trades(), now.sessions());
        if (!feed.after(after, 1).sessionsReach()) {
            throw new Refusal(
                    410,
                    "CURSOR_TOO_OLD",
                    "after",
                    "The stream does not go back so far. Take a snapshot and go on from there.");
        }
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            throw new Refusal(
                    503,
                    "TOO_MANY_STREAMS",
                    null,
                    "This replica has as many readers as it admits; try another or come back.");
        }
        return subscriber -> {
            StreamReader[] self = new StreamReader[1];
            StreamReader reader =
                    new StreamReader(
                            feed,
                            past::trades,
                            interest,
                            after,
                            subscriber,
                            sending,
                            () -> left(self[0]));
            self[0] = reader;
            readers.add(reader);
            reader.open();
        };
    }

    private void left(StreamReader reader) {
        readers.remove(reader);
        open.decrementAndGet();
    }
}

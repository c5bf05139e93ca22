package org.carbonmarket.trading.marketdata.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.trading.marketdata.stream.MarketFeed.Reading;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One reader's stream. It sends only what is asked for, and asks the feed, or for what is older the
 * database, for what comes after its cursor; it holds one page of that and nothing else. All work
 * is done by one thread at a time, however many wake it.
 */
final class StreamReader implements Flow.Subscription {

    private static final Logger LOG = Logger.getLogger(StreamReader.class);
    private static final int PAGE = 256;

    private final MarketFeed feed;
    private final OlderTrades older;
    private final Interest interest;
    private final Flow.Subscriber<? super StreamItem> out;
    private final Executor executor;
    private final Runnable onEnd;
    private final Runnable listener = this::wake;
    private final Queue<StreamItem> page = new ArrayDeque<>();
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger work = new AtomicInteger();
    private final AtomicInteger idleLooks = new AtomicInteger();
    private final AtomicInteger stalledLooks = new AtomicInteger();
    private volatile boolean ended;
    private volatile StreamItem.@Nullable End ending;

    /**
     * Where the page ends: everything up to here was sent, stands in the page or is of no interest.
     */
    private Cursor taken;

    private boolean isLive;

    /** Asks for trades that the feed no longer remembers. */
    interface OlderTrades {
        /** The trades after a number, in order, at most so many. */
        List<FeedEvent> after(Market market, long sequence, int most);
    }

    StreamReader(
            MarketFeed feed,
            OlderTrades older,
            Interest interest,
            Cursor after,
            Flow.Subscriber<? super StreamItem> out,
            Executor executor,
            Runnable onEnd) {
        this.feed = feed;
        this.older = older;
        this.interest = interest;
        this.out = out;
        this.executor = executor;
        this.onEnd = onEnd;
        this.taken = after;
    }

    void open() {
        feed.listen(listener);
        out.onSubscribe(this);
    }

    @Override
    public void request(long count) {
        demand.accumulateAndGet(count, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
        stalledLooks.set(0);
        wake();
    }

    @Override
    public void cancel() {
        close();
    }

    /** Ends the stream with a reason, at once: the reader need not ask for it. */
    void end(StreamItem.End reason) {
        ending = reason;
        wake();
    }

    /**
     * Called at every look of the keeper: sends a heartbeat to a quiet stream and ends one whose
     * reader takes nothing.
     *
     * @param mostStalled how many looks a reader may take nothing
     */
    void look(int mostStalled) {
        if (demand.get() == 0) {
            if (stalledLooks.incrementAndGet() > mostStalled) {
                end(StreamItem.End.slow());
            }
        } else if (idleLooks.incrementAndGet() > 1) {
            wake();
        }
    }

    private void wake() {
        if (!ended && work.getAndIncrement() == 0) {
            executor.execute(this::run);
        }
    }

    private void run() {
        int seen = work.get();
        while (seen != 0) {
            try {
                serve();
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "A market data stream ends");
                ending = StreamItem.End.failed();
                finish();
            }
            seen = work.addAndGet(-seen);
        }
    }

    private void serve() {
        while (!ended && ending == null && demand.get() > 0) {
            if (page.isEmpty() && !turn()) {
                heartbeat();
                break;
            }
            StreamItem item = page.poll();
            if (item != null) {
                send(item);
            }
        }
        finish();
    }

    private void send(StreamItem item) {
        idleLooks.set(0);
        demand.decrementAndGet();
        out.onNext(item);
    }

    private void heartbeat() {
        if (idleLooks.get() > 1) {
            send(new StreamItem.Heartbeat());
        }
    }

    /** Fills the page; false when there is nothing new. */
    private boolean turn() {
        while (true) {
            Cursor before = taken;
            List<FeedEvent> next = next();
            for (FeedEvent event : next) {
                taken = taken.past(event);
                if (interest.includes(event)) {
                    page.add(new StreamItem.Event(taken, event));
                }
            }
            if (ending != null || taken.equals(before)) {
                return false;
            }
            if (!page.isEmpty()) {
                return true;
            }
        }
    }

    private List<FeedEvent> next() {
        Reading reading = feed.after(taken, PAGE);
        if (!reading.sessionsReach()) {
            ending = StreamItem.End.slow();
            return List.of();
        }
        if (reading.tradesReach()) {
            isLive = true;
            return reading.events();
        }
        if (isLive) {
            // It was up to date once and has fallen behind everything remembered.
            ending = StreamItem.End.slow();
            return List.of();
        }
        List<FeedEvent> trades = older.after(taken.market(), taken.trades(), PAGE);
        if (trades.isEmpty() || trades.getFirst().sequence() != taken.trades() + 1) {
            ending = StreamItem.End.behind();
            return List.of();
        }
        List<FeedEvent> events = new ArrayList<>(trades);
        events.addAll(reading.events());
        return events;
    }

    private void finish() {
        StreamItem.End reason = ending;
        if (reason != null && !ended) {
            close();
            out.onNext(reason);
            out.onComplete();
        }
    }

    private void close() {
        if (!ended) {
            ended = true;
            feed.forget(listener);
            onEnd.run();
        }
    }
}

package org.carbonmarket.trading.marketdata.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.trading.SessionEvent;

/**
 * What a replica remembers of one market: the newest quote of each product, the newest trades and
 * session events. One thread takes events in; any thread reads.
 *
 * <p>Readers pull: a reader states its cursor and gets what comes after it. Nothing is queued per
 * reader, so a slow one costs no memory; it sees fewer quotes, since of each product only the
 * newest counts, but every trade.
 */
final class MarketFeed {

    private static final int SESSION_EVENTS = 2_000;

    private final Market market;
    private final Map<ProductCode, FeedEvent> quotes = new TreeMap<>();
    private final RecentEvents trades;
    private final RecentEvents sessions = new RecentEvents(SESSION_EVENTS, 0);
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private SessionState session;

    /**
     * @param capacity how many trades are remembered
     * @param stored the newest quotes the database holds
     * @param lastTrade the number of the newest trade the database holds
     */
    MarketFeed(Market market, int capacity, List<FeedEvent> stored, long lastTrade) {
        this.market = market;
        this.trades = new RecentEvents(capacity, lastTrade);
        this.session = SessionState.before(market);
        stored.forEach(this::takeQuote);
    }

    /**
     * What comes after a cursor.
     *
     * @param events sessions, then trades, then quotes, each in order
     * @param tradesReach whether the trades follow the cursor without gap; false: some in between
     *     are only in the database, and none are given
     * @param sessionsReach the same of session events
     */
    record Reading(List<FeedEvent> events, boolean tradesReach, boolean sessionsReach) {}

    /** Everything at one moment, for a reader to begin with. */
    record Moment(
            Cursor cursor, SessionState session, List<FeedEvent> quotes, List<FeedEvent> trades) {}

    synchronized Reading after(Cursor cursor, int most) {
        boolean tradesReach = trades.reaches(cursor.trades());
        boolean sessionsReach = sessions.reaches(cursor.sessions());
        List<FeedEvent> events = new ArrayList<>(sessions.after(cursor.sessions(), most));
        if (tradesReach) {
            events.addAll(trades.after(cursor.trades(), most));
        }
        quotes.values().stream()
                .filter(quote -> quote.sequence() > cursor.quotes())
                .sorted(Comparator.comparingLong(FeedEvent::sequence))
                .forEach(events::add);
        return new Reading(List.copyOf(events), tradesReach, sessionsReach);
    }

    synchronized Moment moment(int mostTrades) {
        return new Moment(
                cursor(), session, List.copyOf(quotes.values()), trades.newest(mostTrades));
    }

    /** The cursor of a reader that has seen all there is. */
    synchronized Cursor cursor() {
        long newest = quotes.values().stream().mapToLong(FeedEvent::sequence).max().orElse(0);
        return new Cursor(market, newest, trades.last(), sessions.last());
    }

    void take(FeedEvent event) {
        boolean isNew;
        synchronized (this) {
            isNew =
                    switch (event.kind()) {
                        case QUOTE -> takeQuote(event);
                        case TRADE -> trades.take(event);
                        case SESSION -> sessions.take(event);
                    };
        }
        if (isNew) {
            listeners.forEach(Runnable::run);
        }
    }

    synchronized void follow(SessionEvent event) {
        session = session.after(event);
    }

    private boolean takeQuote(FeedEvent quote) {
        ProductCode product = quote.product();
        if (product == null) {
            throw new IllegalArgumentException("a quote is of a product");
        }
        FeedEvent known = quotes.get(product);
        if (known != null && known.sequence() >= quote.sequence()) {
            return false;
        }
        quotes.put(product, quote);
        return true;
    }

    /** The listener is run, on the taking thread, whenever there is something new. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }
}

package org.carbonmarket.trading.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.envelope.MarketJson;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.topic.MarketScoped;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.QuoteEvent.QuotePublished;
import org.carbonmarket.events.trading.SessionEvent;
import org.carbonmarket.events.trading.SessionEvent.OpeningRefused;
import org.carbonmarket.events.trading.SessionEvent.PhaseEntered;
import org.carbonmarket.events.trading.SessionEvent.ProductDay;
import org.carbonmarket.events.trading.SessionEvent.ProductListed;
import org.carbonmarket.events.trading.SessionEvent.ProductOpened;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.events.trading.SessionEvent.TradingHalted;
import org.carbonmarket.events.trading.SessionEvent.TradingResumed;
import org.jspecify.annotations.Nullable;

/** Sessions, products and quotes in the database. Session events are few and written one by one. */
@ApplicationScoped
class ProjectedSessions {

    private static final String PHASE =
            "INSERT INTO market_session (market, day, phase, halted) VALUES (?, ?, ?, false)"
                    + " ON CONFLICT (market) DO UPDATE"
                    + " SET day = excluded.day, phase = excluded.phase, uncleared = NULL";
    private static final String UNCLEARED =
            "UPDATE market_session SET uncleared = ? WHERE market = ?";
    private static final String HALT_MARKET =
            "INSERT INTO market_session (market, phase, halted) VALUES (?, 'CLOSED', ?)"
                    + " ON CONFLICT (market) DO UPDATE SET halted = excluded.halted";
    private static final String HALT_PRODUCT =
            "UPDATE market_product SET halted = ? WHERE market = ? AND product = ?";
    private static final String LISTED =
            "INSERT INTO market_product (market, product, reference_price, halted)"
                    + " VALUES (?, ?, ?, false) ON CONFLICT (market, product) DO NOTHING";
    private static final String OPENED =
            "UPDATE market_product SET day = ?, previous_close = ?, lower_limit = ?,"
                    + " upper_limit = ?, close = NULL WHERE market = ? AND product = ?";
    private static final String CLOSED =
            "UPDATE market_product SET close = ? WHERE market = ? AND product = ?";
    private static final String QUOTE =
            "INSERT INTO market_quote AS q (market, product, as_of, quote, sequence)"
                    + " VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT (market, product) DO UPDATE"
                    + " SET as_of = excluded.as_of, quote = excluded.quote,"
                    + " sequence = excluded.sequence WHERE q.as_of <= excluded.as_of";
    private static final String PROGRESS =
            "INSERT INTO projection_progress AS p (market, as_of) VALUES (?, ?)"
                    + " ON CONFLICT (market) DO UPDATE"
                    + " SET as_of = greatest(p.as_of, excluded.as_of)";

    private final Statements statements;
    private final ObjectWriter quotes = MarketJson.mapper().writerFor(QuotePublished.class);

    @Inject
    ProjectedSessions(Statements statements) {
        this.statements = statements;
    }

    void apply(List<SessionEvent> events) {
        events.forEach(this::apply);
    }

    private void apply(SessionEvent event) {
        switch (event) {
            case PhaseEntered entered -> one(PHASE, entered, ProjectedSessions::bindPhase);
            case OpeningRefused refused ->
                    one(
                            UNCLEARED,
                            refused,
                            (row, it) -> {
                                row.setObject(1, it.uncleared());
                                row.setString(2, it.market().name());
                            });
            case ProductListed listed ->
                    one(
                            LISTED,
                            listed,
                            (row, it) -> {
                                row.setString(1, it.market().name());
                                row.setString(2, it.product().value());
                                row.setLong(3, it.referencePrice().fen());
                            });
            case ProductOpened opened -> one(OPENED, opened, ProjectedSessions::bindOpened);
            case TradingHalted halted -> halt(halted.market(), halted.product(), true);
            case TradingResumed resumed -> halt(resumed.market(), resumed.product(), false);
            case TradingDayClosed closed -> close(closed);
        }
    }

    private void halt(Market market, @Nullable ProductCode product, boolean isHalted) {
        if (product == null) {
            one(
                    HALT_MARKET,
                    market,
                    (row, it) -> {
                        row.setString(1, it.name());
                        row.setBoolean(2, isHalted);
                    });
        } else {
            one(
                    HALT_PRODUCT,
                    product,
                    (row, it) -> {
                        row.setBoolean(1, isHalted);
                        row.setString(2, market.name());
                        row.setString(3, it.value());
                    });
        }
    }

    private void close(TradingDayClosed closed) {
        statements.forEach(
                CLOSED,
                closed.products(),
                (row, product) -> {
                    ProductDay day = product;
                    row.setLong(1, day.close().fen());
                    row.setString(2, closed.market().name());
                    row.setString(3, day.product().value());
                });
    }

    /** Of each product only the newest quote of the batch is written. */
    void applyQuotes(List<Received> batch) {
        Map<String, Received> newest = new LinkedHashMap<>();
        for (Received received : batch) {
            if (received.event() instanceof QuotePublished quote) {
                newest.put(quote.key(), received);
            }
        }
        statements.forEach(
                QUOTE,
                newest.values(),
                (row, received) -> {
                    QuotePublished quote = (QuotePublished) received.event();
                    row.setString(1, quote.market().name());
                    row.setString(2, quote.product().value());
                    row.setLong(3, quote.asOf());
                    row.setString(4, json(quote));
                    row.setLong(5, received.sequence());
                });
    }

    /** Remembers how far each market is projected. */
    void progress(List<PublishedEvent> batch) {
        Map<Market, OffsetDateTime> newest = new EnumMap<>(Market.class);
        for (PublishedEvent event : batch) {
            if (event instanceof MarketScoped scoped) {
                newest.merge(
                        scoped.market(), event.at(), (one, two) -> one.isAfter(two) ? one : two);
            }
        }
        statements.forEach(
                PROGRESS,
                newest.entrySet(),
                (row, market) -> {
                    row.setString(1, market.getKey().name());
                    row.setObject(2, market.getValue());
                });
    }

    private String json(QuotePublished quote) {
        try {
            return quotes.writeValueAsString(quote);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void bindPhase(PreparedStatement row, PhaseEntered entered) throws SQLException {
        row.setString(1, entered.market().name());
        row.setObject(2, entered.day());
        row.setString(3, entered.phase().name());
    }

    private static void bindOpened(PreparedStatement row, ProductOpened opened)
            throws SQLException {
        row.setObject(1, opened.day());
        row.setLong(2, opened.previousClose().fen());
        row.setLong(3, opened.lowerLimit().fen());
        row.setLong(4, opened.upperLimit().fen());
        row.setString(5, opened.market().name());
        row.setString(6, opened.product().value());
    }

    private <T> void one(String sql, T row, Statements.Binder<T> binder) {
        statements.forEach(sql, List.of(row), binder);
    }
}

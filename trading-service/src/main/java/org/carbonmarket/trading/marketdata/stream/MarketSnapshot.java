package org.carbonmarket.trading.marketdata.stream;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.LocalDate;
import java.util.List;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.QuoteEvent.QuotePublished;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.trading.marketdata.stream.MarketFeed.Moment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A market at one moment.
 *
 * @param cursor where the stream goes on from here, without a gap and without a repetition
 * @param day the trading day that is on or was last, absent before the first
 * @param quotes the newest quote of each product
 * @param trades the newest trades, newest first, as far as this replica remembers
 */
record MarketSnapshot(
        Market market,
        String cursor,
        @Nullable LocalDate day,
        Phase phase,
        @JsonRawValue @Schema(implementation = QuotePublished[].class) String quotes,
        @JsonRawValue @Schema(implementation = TradeExecuted[].class) String trades) {

    static MarketSnapshot of(Moment moment) {
        SessionState session = moment.session();
        boolean isHalted = session.halted() && session.phase() != Phase.CLOSED;
        return new MarketSnapshot(
                session.market(),
                moment.cursor().toString(),
                session.day(),
                isHalted ? Phase.HALTED : session.phase(),
                array(moment.quotes()),
                array(moment.trades()));
    }

    private static String array(List<FeedEvent> events) {
        return "[" + String.join(",", events.stream().map(FeedEvent::json).toList()) + "]";
    }
}

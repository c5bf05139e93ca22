package org.carbonmarket.trading.marketdata.stream;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.Market;

/**
 * How far a reader of a market's stream has come. All three numbers are the log's, so that a reader
 * may go on at any replica.
 *
 * @param quotes the number of the newest quote seen
 * @param trades the number of the newest trade seen
 * @param sessions the number of the newest session event seen
 */
record Cursor(Market market, long quotes, long trades, long sessions) {

    private static final Pattern FORM =
            Pattern.compile("([A-Z]{2})\\.([0-9]{1,18})\\.([0-9]{1,18})\\.([0-9]{1,18})");

    /**
     * @throws Refusal 400 for anything that is no cursor of this market
     */
    static Cursor parse(Market market, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || !form.group(1).equals(market.name())) {
            throw new Refusal(
                    400,
                    "CURSOR_INVALID",
                    "after",
                    "Take the cursor from this market's snapshot or from an event's id.");
        }
        return new Cursor(
                market,
                Long.parseLong(form.group(2)),
                Long.parseLong(form.group(3)),
                Long.parseLong(form.group(4)));
    }

    /** The cursor of a reader that has seen this event too. */
    Cursor past(FeedEvent event) {
        return switch (event.kind()) {
            case QUOTE -> new Cursor(market, event.sequence(), trades, sessions);
            case TRADE -> new Cursor(market, quotes, event.sequence(), sessions);
            case SESSION -> new Cursor(market, quotes, trades, event.sequence());
        };
    }

    @Override
    public String toString() {
        return market + "." + quotes + "." + trades + "." + sessions;
    }
}

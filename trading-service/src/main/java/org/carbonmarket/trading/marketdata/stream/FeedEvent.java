package org.carbonmarket.trading.marketdata.stream;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonmarket.events.envelope.EventTypes;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.topic.PublishedEvent;
import org.jspecify.annotations.Nullable;

/**
 * One public event of a market, ready to be sent.
 *
 * @param sequence its number within its kind; trades and sessions are numbered without gap, quotes
 *     only grow
 * @param product absent for what concerns the whole market
 * @param name the event's name in the published language, such as {@code trade-executed}
 * @param json its payload as it stands on the public topic
 */
record FeedEvent(
        Kind kind, long sequence, @Nullable ProductCode product, String name, String json) {

    private static final Pattern NAME = Pattern.compile(".*\\.([a-z-]+)\\.v[0-9]+");

    /** The three numbered sequences a stream is made of. */
    enum Kind {
        QUOTE,
        TRADE,
        SESSION
    }

    /** An event's name on the stream: its type without publisher and version. */
    static String nameOf(Class<? extends PublishedEvent> event) {
        String type = EventTypes.nameOf(event);
        Matcher name = NAME.matcher(type);
        return name.matches() ? name.group(1) : type;
    }
}

package org.carbonmarket.events.quantity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the written form shared by order and trade numbers: market, dash, number. */
final class MarketNumber {

    private static final Pattern FORM = Pattern.compile("(CN|HB|GD)-(0|[1-9][0-9]{0,17})");

    interface Maker<T> {
        T make(Market market, long number);
    }

    private MarketNumber() {}

    static <T> T parse(String text, Maker<T> maker) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a market and a number, as in CN-17");
        }
        return maker.make(Market.valueOf(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }
}

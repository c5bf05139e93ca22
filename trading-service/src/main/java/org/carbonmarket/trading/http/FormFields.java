package org.carbonmarket.trading.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.jspecify.annotations.Nullable;

/** Reads the fields of requests; each refusal is a 400 that names the field and its own code. */
public final class FormFields {

    /** Far above any price or holding there is, far below what a product of both may overflow. */
    private static final Price HIGHEST_PRICE = Price.ofYuan("9999999.99");

    private static final long LARGEST_QUANTITY = 9_999_999_999L;
    private static final Money LARGEST_AMOUNT = Money.ofYuan("99999999999999.99");

    private static final int BAD_REQUEST = 400;
    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);
    private static final int FIRST_YEAR = 2001;
    private static final int LAST_YEAR = 2099;
    private static final Pattern OFF_TICK = Pattern.compile("[0-9]{1,18}\\.[0-9]{3,30}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private FormFields() {}

    /** The market of a path. */
    public static Market market(String name) {
        return Arrays.stream(Market.values())
                .filter(market -> market.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                404,
                                "MARKET_UNKNOWN",
                                "market",
                                "There is no such market; the markets are CN, HB and GD."));
    }

    public static AccountId account(@Nullable String text) {
        return parsed("account", text, AccountId::of, "ACCOUNT_INVALID");
    }

    /** An account in a field of another name. */
    public static AccountId account(String field, @Nullable String text) {
        return parsed(field, text, AccountId::of, "ACCOUNT_INVALID");
    }

    public static ProductCode product(@Nullable String text) {
        return parsed("product", text, ProductCode::of, "PRODUCT_INVALID");
    }

    /** The order of a path or field, which must be of the path's market. */
    public static OrderId order(Market market, String field, @Nullable String text) {
        OrderId order = parsed(field, text, OrderId::parse, "ORDER_INVALID");
        if (order.market() != market) {
            throw refusal("ORDER_INVALID", field, "The order is not of market " + market + ".");
        }
        return order;
    }

    /** A trade of a field, which must be of the path's market. */
    public static TradeId trade(Market market, String field, @Nullable String text) {
        TradeId trade = parsed(field, text, TradeId::parse, "TRADE_INVALID");
        if (trade.market() != market) {
            throw refusal("TRADE_INVALID", field, "The trade is not of market " + market + ".");
        }
        return trade;
    }

    /** A price in yuan per tonne: a decimal string on the tick of 0.01, above zero. */
    public static Price price(String field, @Nullable String text) {
        if (text != null && OFF_TICK.matcher(text).matches()) {
            throw refusal(
                    "PRICE_OFF_TICK",
                    field,
                    "Prices are quoted in steps of 0.01 yuan; a third decimal is off the tick.");
        }
        Price price = parsed(field, text, Price::ofYuan, "PRICE_INVALID");
        if (price.compareTo(HIGHEST_PRICE) > 0) {
            throw refusal("PRICE_INVALID", field, "No price is above " + HIGHEST_PRICE + " yuan.");
        }
        return price;
    }

    /** Whole tonnes above zero. Whether the market takes so many is the market's answer. */
    public static Tonnes tonnes(String field, @Nullable Long value) {
        if (value == null) {
            throw missing(field);
        }
        if (value <= 0 || value > LARGEST_QUANTITY) {
            throw refusal(
                    "QUANTITY_INVALID",
                    field,
                    "A quantity is a whole number of tonnes from 1 to " + LARGEST_QUANTITY + ".");
        }
        return Tonnes.of(value);
    }

    /** An amount in yuan above zero, as a decimal string. */
    public static Money amount(String field, @Nullable String text) {
        Money amount = money(field, text);
        if (amount.isZero()) {
            throw refusal("AMOUNT_INVALID", field, "An amount must be above zero.");
        }
        return amount;
    }

    /** An amount in yuan, zero included. */
    public static Money money(String field, @Nullable String text) {
        Money amount = parsed(field, text, Money::ofYuan, "AMOUNT_INVALID");
        if (amount.compareTo(LARGEST_AMOUNT) > 0) {
            throw refusal("AMOUNT_INVALID", field, "No amount is above " + LARGEST_AMOUNT + ".");
        }
        return amount;
    }

    /** A whole number within bounds. */
    public static int number(String field, @Nullable Long value, int least, int most) {
        if (value == null) {
            throw missing(field);
        }
        if (value < least || value > most) {
            throw refusal(
                    "NUMBER_OUT_OF_RANGE",
                    field,
                    "This is a whole number from " + least + " to " + most + ".");
        }
        return Math.toIntExact(value);
    }

    /** A point in time with its offset, of this century; given back in the market's offset. */
    public static OffsetDateTime time(String field, @Nullable String text) {
        return parsed(field, text, FormFields::parsedTime, "TIME_INVALID");
    }

    private static OffsetDateTime parsedTime(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return time.withOffsetSameInstant(SHANGHAI);
            }
        } catch (DateTimeParseException malformed) {
            // Told below, as any time that is none.
        }
        throw new IllegalArgumentException("not a time as in 2021-07-16T14:30:00+08:00");
    }

    /** One of an enum's names. */
    public static <E extends Enum<E>> E choice(
            String field, @Nullable String text, Class<E> choices, String code) {
        return parsed(field, text, name -> Enum.valueOf(choices, name), code);
    }

    /** A day, written as 2021-07-16. */
    public static LocalDate day(String field, @Nullable String text) {
        return parsed(field, text, FormFields::parseDay, "DAY_INVALID");
    }

    private static LocalDate parseDay(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 2000 || day.getYear() > 9999) {
                throw new IllegalArgumentException("a day is of the years 2000 to 9999");
            }
            return day;
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("a day is written 2021-07-16", malformed);
        }
    }

    /** A sentence for the record: 1 to 500 characters. */
    public static String reason(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw missing("reason");
        }
        if (text.length() > 500 || text.chars().anyMatch(Character::isISOControl)) {
            throw refusal(
                    "REASON_INVALID", "reason", "A reason is at most 500 printable characters.");
        }
        return text;
    }

    /** The Idempotency-Key header or field, null when there is none. */
    public static @Nullable String idempotencyKey(@Nullable String text) {
        if (text != null && !KEY.matcher(text).matches()) {
            throw refusal(
                    "IDEMPOTENCY_KEY_INVALID",
                    "Idempotency-Key",
                    "A key is 1 to 64 letters, digits, dots, dashes, colons or underscores.");
        }
        return text;
    }

    private static <T> T parsed(
            String field, @Nullable String text, Function<String, T> parse, String code) {
        if (text == null) {
            throw missing(field);
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException malformed) {
            throw refusal(code, field, "The field " + field + " cannot be read: " + why(malformed));
        }
    }

    private static String why(IllegalArgumentException malformed) {
        String message = malformed.getMessage();
        return message == null || message.startsWith("No enum constant")
                ? "it is none of the names allowed."
                : message + ".";
    }

    public static Refusal missing(String field) {
        return refusal("FIELD_MISSING", field, "The field " + field + " is required.");
    }

    private static Refusal refusal(String code, String field, String detail) {
        return new Refusal(BAD_REQUEST, code, field, detail);
    }
}

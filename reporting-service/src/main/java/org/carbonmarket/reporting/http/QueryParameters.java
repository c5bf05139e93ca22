package org.carbonmarket.reporting.http;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request, read strictly: an unknown, repeated or malformed one is
 * refused with its name, since a filter that is silently ignored gives a wrong answer.
 */
public final class QueryParameters {

    private static final int BAD_REQUEST = 400;
    private static final int GREATEST_LIMIT = 1_000;
    private static final int DEFAULT_LIMIT = 100;

    private final MultivaluedMap<String, String> given;

    private QueryParameters(MultivaluedMap<String, String> given) {
        this.given = given;
    }

    /** Reads a request's parameters, of which these are known. */
    public static QueryParameters of(UriInfo request, String... known) {
        MultivaluedMap<String, String> given = request.getQueryParameters();
        Set<String> names = new TreeSet<>(Arrays.asList(known));
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                throw refusal(
                        "PARAMETER_UNKNOWN",
                        name,
                        "There is no parameter of that name here; known are: "
                                + String.join(", ", names)
                                + ".");
            }
            List<String> values = given.get(name);
            if (values != null && values.size() > 1) {
                throw refusal("PARAMETER_REPEATED", name, "The parameter may be given once.");
            }
        }
        return new QueryParameters(given);
    }

    public @Nullable Market market() {
        return read(
                "market",
                Market::valueOf,
                "MARKET_UNKNOWN",
                "The markets are " + Arrays.toString(Market.values()) + ".");
    }

    public Market marketOr(Market otherwise) {
        Market market = market();
        return market == null ? otherwise : market;
    }

    public @Nullable ProductCode product() {
        return read(
                "product",
                ProductCode::of,
                "PRODUCT_MALFORMED",
                "A product is 2 to 32 capital letters, digits or inner dashes, as in CEA.");
    }

    public @Nullable LocalDate day(String name) {
        return read(name, QueryParameters::dayOf, "DAY_MALFORMED", "A day is written 2021-07-16.");
    }

    /** A whole number above zero that the last page gave out. */
    public @Nullable Long cursor() {
        return read(
                "cursor",
                QueryParameters::positive,
                "CURSOR_MALFORMED",
                "The cursor is not one this list gave out.");
    }

    /** How many rows a page has, 1 to 1,000. */
    public int limit() {
        Long limit =
                read(
                        "limit",
                        QueryParameters::withinPage,
                        "LIMIT_OUT_OF_RANGE",
                        "A page has 1 to 1000 rows.");
        return limit == null ? DEFAULT_LIMIT : Math.toIntExact(limit);
    }

    /** One of a few words. */
    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> words) {
        String listed =
                Arrays.stream(words.getEnumConstants())
                        .map(word -> lower(word.name()))
                        .reduce((one, other) -> one + ", " + other)
                        .orElse("");
        return read(
                name,
                text -> {
                    if (!text.equals(lower(text))) {
                        throw new IllegalArgumentException(text);
                    }
                    return Enum.valueOf(words, text.toUpperCase(Locale.ROOT));
                },
                "CHOICE_UNKNOWN",
                "The parameter is one of: " + listed + ".");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static LocalDate dayOf(String text) {
        if (text.length() != "2021-07-16".length()) {
            throw new IllegalArgumentException(text);
        }
        return LocalDate.parse(text);
    }

    private static Long positive(String text) {
        long number = Long.parseLong(text);
        if (number <= 0) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static Long withinPage(String text) {
        long rows = positive(text);
        if (rows > GREATEST_LIMIT) {
            throw new IllegalArgumentException(text);
        }
        return rows;
    }

    private <T> @Nullable T read(
            String name, Function<String, T> reader, String code, String detail) {
        String text = given.getFirst(name);
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw refusal(code, name, detail);
        }
    }

    /** The parameters contradict each other, or one of them is malformed. */
    public static Refusal refusal(String code, String name, String detail) {
        return new Refusal(BAD_REQUEST, code, name, detail);
    }
}

package org.carbonmarket.edge.problem;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.TradeId;
import org.jspecify.annotations.Nullable;

/** Reads the market's words from paths and queries; what cannot be one is a 400 with a reason. */
@Provider
public final class Parameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, Object>> READERS =
            Map.of(
                    AccountId.class, AccountId::of,
                    ProductCode.class, ProductCode::of,
                    OrderId.class, OrderId::parse,
                    TradeId.class, TradeId::parse,
                    Market.class, Parameters::market,
                    LocalDate.class, Parameters::day);

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, @Nullable Type generic, Annotation @Nullable [] annotations) {
        @Nullable Function<String, Object> reader =
                READERS.getOrDefault(type, type.isEnum() ? text -> constant(type, text) : null);
        return reader == null ? null : new Reading<>(type, reader);
    }

    private record Reading<T>(Class<T> type, Function<String, Object> reader)
            implements ParamConverter<T> {

        @Override
        @SuppressWarnings("NullAway") // An absent parameter is null by the interface's contract.
        public T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return type.cast(reader.apply(text));
            } catch (IllegalArgumentException refused) {
                throw new Refusal(
                        400,
                        "PARAMETER_MALFORMED",
                        null,
                        "In the path or query: " + refused.getMessage() + ".");
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "it is one of " + Arrays.toString(type.getEnumConstants())));
    }

    private static Market market(String text) {
        try {
            return Market.valueOf(text);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("a market is CN, HB or GD", unknown);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("a day is written 2021-07-16", malformed);
        }
    }
}

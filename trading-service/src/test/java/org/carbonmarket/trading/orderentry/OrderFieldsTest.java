package org.carbonmarket.trading.orderentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Random;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.trading.TimeInForce;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFieldsTest {

    private static final OrderForm GOOD =
            new OrderForm("POWER-001", "CEA", "SELL", "48.00", 5_000L, null, null);

    @Test
    void anOrderRestsUntilTheCloseUnlessItSaysOtherwise() {
        assertThat(OrderFields.of(Market.CN, GOOD).timeInForce()).isEqualTo(TimeInForce.DAY);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, CEA, SELL, 48.00, 1, DAY, none, FIELD_MISSING, account",
                "power, CEA, SELL, 48.00, 1, DAY, none, ACCOUNT_INVALID, account",
                "P1, none, SELL, 48.00, 1, DAY, none, FIELD_MISSING, product",
                "P1, c*a, SELL, 48.00, 1, DAY, none, PRODUCT_INVALID, product",
                "P1, CEA, none, 48.00, 1, DAY, none, FIELD_MISSING, side",
                "P1, CEA, sell, 48.00, 1, DAY, none, SIDE_INVALID, side",
                "P1, CEA, SELL, none, 1, DAY, none, FIELD_MISSING, price",
                "P1, CEA, SELL, 48.001, 1, DAY, none, PRICE_OFF_TICK, price",
                "P1, CEA, SELL, -48.00, 1, DAY, none, PRICE_INVALID, price",
                "P1, CEA, SELL, 0.00, 1, DAY, none, PRICE_INVALID, price",
                "P1, CEA, SELL, 1e2, 1, DAY, none, PRICE_INVALID, price",
                "P1, CEA, SELL, 99999999999999999999, 1, DAY, none, PRICE_INVALID, price",
                "P1, CEA, SELL, 48.00, none, DAY, none, FIELD_MISSING, quantity",
                "P1, CEA, SELL, 48.00, 0, DAY, none, QUANTITY_INVALID, quantity",
                "P1, CEA, SELL, 48.00, -5, DAY, none, QUANTITY_INVALID, quantity",
                "P1, CEA, SELL, 48.00, 9223372036854775807, DAY, none, QUANTITY_INVALID, quantity",
                "P1, CEA, SELL, 48.00, 1, GTC, none, TIME_IN_FORCE_INVALID, timeInForce",
                "P1, CEA, SELL, 48.00, 1, DAY, 17, ORDER_INVALID, listing",
                "P1, CEA, SELL, 48.00, 1, DAY, HB-17, ORDER_INVALID, listing"
            })
    void aMalformedFieldIsNamedWithItsOwnCode(
            @Nullable String account,
            @Nullable String product,
            @Nullable String side,
            @Nullable String price,
            @Nullable Long quantity,
            @Nullable String timeInForce,
            @Nullable String listing,
            String code,
            String field) {
        OrderForm form =
                new OrderForm(account, product, side, price, quantity, timeInForce, listing);
        assertThatThrownBy(() -> OrderFields.of(Market.CN, form))
                .asInstanceOf(type(Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(400);
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.field()).isEqualTo(field);
                });
    }

    @Test
    void aHundredThousandTonnesAreWellFormedSoThatTheMarketSaysWhyNot() {
        OrderForm large = new OrderForm("P1", "CEA", "SELL", "48.00", 100_000L, null, null);
        assertThat(OrderFields.of(Market.CN, large).quantity().value()).isEqualTo(100_000);
    }

    @Test
    void theSameOrderHasTheSameDigestHoweverItsPriceIsWritten() {
        OrderForm same = new OrderForm("POWER-001", "CEA", "SELL", "48", 5_000L, "DAY", null);
        OrderForm other = new OrderForm("POWER-001", "CEA", "SELL", "48.01", 5_000L, "DAY", null);
        String digest = OrderFields.of(Market.CN, GOOD).digest();
        assertThat(OrderFields.of(Market.CN, same).digest()).isEqualTo(digest);
        assertThat(OrderFields.of(Market.CN, other).digest()).isNotEqualTo(digest);
    }

    @Test
    void hostileFieldsAreRefusedAndNeverFail() {
        long seed = 20210716;
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            OrderForm form =
                    new OrderForm(
                            noise(random),
                            noise(random),
                            noise(random),
                            noise(random),
                            random.nextLong(),
                            noise(random),
                            noise(random));
            assertThatThrownBy(() -> OrderFields.of(Market.CN, form))
                    .as("seed %d, order %d: %s", seed, i, form)
                    .isInstanceOf(Refusal.class);
        }
    }

    private static @Nullable String noise(Random random) {
        int length = random.nextInt(24);
        return length == 0
                ? null
                : random.ints(length, 0, 0x300)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
    }
}

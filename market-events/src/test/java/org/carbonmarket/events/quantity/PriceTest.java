package org.carbonmarket.events.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {

    private static final int TEN_PERCENT = 1000;

    @Test
    void limitsAreRoundedHalfUpToTheTick() {
        assertThat(Price.ofYuan("48.00").upperLimit(TEN_PERCENT)).hasToString("52.80");
        assertThat(Price.ofYuan("67.15").upperLimit(TEN_PERCENT)).hasToString("73.87");
        assertThat(Price.ofYuan("57.46").lowerLimit(TEN_PERCENT)).hasToString("51.71");
    }

    @Test
    void theLaunchDaysCloseIsItsVolumeWeightedAverage() {
        Price close = Price.average(Money.ofYuan("210230053.25"), Tonnes.of(4_103_953));

        assertThat(close).hasToString("51.23");
    }

    @Property
    void averagesAreHalfUp(
            @ForAll @LongRange(min = 1, max = 10_000_000_000_000L) long fen,
            @ForAll @LongRange(min = 1, max = 1_000_000) long tonnes) {
        BigDecimal exact =
                BigDecimal.valueOf(fen).divide(BigDecimal.valueOf(tonnes), 0, RoundingMode.HALF_UP);
        if (exact.signum() > 0) {
            assertThat(Price.average(Money.ofFen(fen), Tonnes.of(tonnes)).fen())
                    .isEqualTo(exact.longValueExact());
        }
    }

    @Property
    void everyPriceReadsBackAsWritten(@ForAll @LongRange(min = 1) long fen) {
        assertThat(Price.ofYuan(Price.ofFen(fen).toString())).isEqualTo(Price.ofFen(fen));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "48.",
                ".5",
                "48.001",
                "-1",
                "+1",
                " 48",
                "4 8",
                "1e3",
                "0",
                "0.00",
                "٤٨",
                "92233720368547758.08",
                "99999999999999999999",
                "NaN"
            })
    void whatIsNoPriceIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Price.ofYuan(text));
    }

    @Test
    void overflowIsAnErrorNeverAWrongAmount() {
        assertThatThrownBy(() -> Price.ofFen(Long.MAX_VALUE).times(Tonnes.of(2)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofFen(Long.MAX_VALUE).plus(Money.ofFen(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void moneyAndTonnesNeverFallBelowZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.ofFen(1).minus(Money.ofFen(2)));
        assertThatIllegalArgumentException().isThrownBy(() -> Tonnes.of(1).minus(Tonnes.of(2)));
    }
}

package org.carbonmarket.registry.allocation.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalPowerTest {

    private static final BigDecimal BASE = new BigDecimal("1.015");

    @Test
    void aWholeExponentIsMultipliedOut() {
        assertThat(DecimalPower.of(BASE, new BigDecimal("4.00")))
                .isEqualByComparingTo(BASE.multiply(BASE).multiply(BASE).multiply(BASE));
        assertThat(DecimalPower.of(BASE, BigDecimal.ZERO)).isEqualByComparingTo(BigDecimal.ONE);
    }

    /**
     * The six decimals are those of the true value, checked in whole numbers: r is the rounding of
     * b^(n/500) when (r - half)^500 <= b^n < (r + half)^500.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 499, 501, 1_499, 1_750, 1_947, 2_001, 4_999, 7_999})
    void sixDecimalsAreThoseOfTheTrueValue(int n) {
        BigDecimal exponent = BigDecimal.valueOf(n).divide(BigDecimal.valueOf(500));
        BigDecimal rounded = DecimalPower.of(BASE, exponent).setScale(6, RoundingMode.HALF_UP);
        BigDecimal half = new BigDecimal("0.0000005");

        assertThat(rounded.subtract(half).pow(500)).isLessThanOrEqualTo(BASE.pow(n));
        assertThat(rounded.add(half).pow(500)).isGreaterThan(BASE.pow(n));
    }

    @Test
    void aNegativeExponentIsTheInverse() {
        BigDecimal product =
                DecimalPower.of(BASE, new BigDecimal("-3"))
                        .multiply(DecimalPower.of(BASE, new BigDecimal("3")));

        assertThat(product.setScale(50, RoundingMode.HALF_UP)).isEqualByComparingTo(BigDecimal.ONE);
    }
}

package org.carbonmarket.registry.allocation.formula;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A decimal raised to a decimal, without binary fractions. A whole exponent is multiplied out
 * exactly; any other goes by exp(y ln x) in 60 digits, of which more than 50 are right, so that a
 * rounding to a few decimals is that of the true value.
 */
final class DecimalPower {

    private static final MathContext DIGITS = new MathContext(60);

    /** Terms below this change nothing that is kept. */
    private static final BigDecimal NEGLIGIBLE = BigDecimal.ONE.movePointLeft(65);

    private DecimalPower() {}

    /**
     * @param base above 0 and at most 2, so that the series go fast
     * @param exponent from -100 to 100
     */
    static BigDecimal of(BigDecimal base, BigDecimal exponent) {
        BigDecimal plain = exponent.stripTrailingZeros();
        if (plain.scale() <= 0 && plain.signum() >= 0) {
            return base.pow(plain.intValueExact());
        }
        return exponential(naturalLogarithm(base).multiply(exponent));
    }

    /** ln x = 2 (z + z^3/3 + z^5/5 + ...), with z = (x - 1) / (x + 1). */
    private static BigDecimal naturalLogarithm(BigDecimal x) {
        BigDecimal z = x.subtract(BigDecimal.ONE).divide(x.add(BigDecimal.ONE), DIGITS);
        BigDecimal square = z.multiply(z, DIGITS);
        BigDecimal power = z;
        BigDecimal sum = z;
        for (int odd = 3; power.abs().compareTo(NEGLIGIBLE) > 0; odd += 2) {
            power = power.multiply(square, DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(odd), DIGITS), DIGITS);
        }
        return sum.multiply(BigDecimal.TWO);
    }

    /** exp x = 1 + x + x^2/2! + ... */
    private static BigDecimal exponential(BigDecimal x) {
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; term.abs().compareTo(NEGLIGIBLE) > 0; n++) {
            term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }
}

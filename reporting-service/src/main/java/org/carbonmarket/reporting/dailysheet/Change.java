package org.carbonmarket.reporting.dailysheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.carbonmarket.events.quantity.Price;
import org.jspecify.annotations.Nullable;

/** How far a close is from the one before. */
final class Change {

    private static final int DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Change() {}

    /** Null when one of the two is not known. */
    static @Nullable String inYuan(@Nullable Price before, @Nullable Price close) {
        return before == null || close == null
                ? null
                : BigDecimal.valueOf(difference(before, close), DECIMALS).toPlainString();
    }

    /** Two decimals; a half is rounded away from zero, so that a fall is the mirror of a rise. */
    static @Nullable String inPercent(@Nullable Price before, @Nullable Price close) {
        return before == null || close == null
                ? null
                : BigDecimal.valueOf(difference(before, close))
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(before.fen()), DECIMALS, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static long difference(Price before, Price close) {
        return Math.subtractExact(close.fen(), before.fen());
    }
}

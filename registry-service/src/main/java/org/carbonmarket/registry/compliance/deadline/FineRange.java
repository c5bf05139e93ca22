package org.carbonmarket.registry.compliance.deadline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.rulesets.Penalties.Fine;

/** From what to what a fine may be, half up to the fen. */
record FineRange(Money from, Money to) {

    /** The range; none when it hangs on a price and nothing was traded. */
    static Optional<FineRange> of(Fine fine, Optional<Price> average, Tonnes shortfall) {
        return switch (fine) {
            case Fine.Range(var from, var to) -> Optional.of(new FineRange(from, to));
            case Fine.PriceMultiple(var from, var to) ->
                    average.map(price ->
                            new FineRange(
                                    times(price.times(shortfall), from),
                                    times(price.times(shortfall), to)));
        };
    }

    private static Money times(Money amount, BigDecimal multiple) {
        return Money.ofFen(
                multiple.multiply(BigDecimal.valueOf(amount.fen()))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }
}

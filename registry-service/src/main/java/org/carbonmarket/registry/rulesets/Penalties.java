package org.carbonmarket.registry.rulesets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.carbonmarket.events.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a breach costs under the law in force at the plan's deadline.
 *
 * @param shortfall the fine for what is not surrendered in time
 * @param deductedUntil the last day on which a shortfall may still be deducted from the next
 *     allocation; absent where the law has no such end
 * @param sanctions the other breaches by article
 */
public record Penalties(
        Fine shortfall, @Nullable LocalDate deductedUntil, List<Sanction> sanctions) {

    public Penalties {
        sanctions = List.copyOf(sanctions);
    }

    /** Whether a shortfall may be deducted from the next allocation on a day. */
    public boolean deductsOn(LocalDate day) {
        return deductedUntil == null || !day.isAfter(deductedUntil);
    }

    /** The range of a fine. */
    public sealed interface Fine {

        /**
         * From so many to so many times the average traded price of the month before the deadline,
         * for each tonne short (Interim Regulations, Article 24).
         */
        record PriceMultiple(BigDecimal from, BigDecimal to) implements Fine {

            public PriceMultiple {
                Demand.plain(from, "a fine's multiple");
                Demand.plain(to, "a fine's multiple");
                Demand.that(from.signum() >= 0 && from.compareTo(to) <= 0, "a fine's range rises");
            }
        }

        /** A range in yuan, whatever is short (Administrative Measures, Article 40). */
        record Range(Money from, Money to) implements Fine {

            public Range {
                Demand.that(from.compareTo(to) <= 0, "a fine's range rises");
            }
        }
    }

    /**
     * What an article threatens.
     *
     * @param act who does or omits what
     * @param consequence the sanction in words
     */
    public record Sanction(String article, String act, String consequence) {}
}

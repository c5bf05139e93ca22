package org.carbonmarket.registry.rulesets;

import java.util.regex.Pattern;
import org.carbonmarket.events.quantity.ProductCode;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one sector for one plan period: how allowances are computed, allocated, surrendered
 * and carried over, and what a breach costs. All of it is data of the plan.
 *
 * @param ruleSet its lasting name, such as {@code POWER-2024}
 * @param sector such as {@code POWER}, in capitals
 * @param yearFrom first year of emissions it governs
 * @param yearTo last such year
 * @param product what it allocates
 * @param source the plan it was taken from
 * @param caps what limits an entity's shortfall; absent in plans without such a limit
 * @param carryOver how earlier vintages go into this one; absent in plans without it
 */
public record RuleSet(
        String ruleSet,
        String sector,
        int yearFrom,
        int yearTo,
        ProductCode product,
        String source,
        AllocationFormula formula,
        Rounding rounding,
        @Nullable Caps caps,
        PreAllocation preAllocation,
        SurrenderRules surrender,
        @Nullable CarryOver carryOver,
        Penalties penalties) {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9-]{1,39}");
    private static final Pattern SECTOR = Pattern.compile("[A-Z]{2,20}");
    private static final int LONGEST_SOURCE = 300;

    public RuleSet {
        Demand.that(NAME.matcher(ruleSet).matches(), "a rule set is named in capitals and digits");
        Demand.that(SECTOR.matcher(sector).matches(), "a sector is 2 to 20 capital letters");
        Demand.that(yearFrom >= 2000 && yearTo <= 2100, "years run from 2000 to 2100");
        Demand.that(yearFrom <= yearTo, "the last year is before the first");
        Demand.that(
                !source.isBlank() && source.length() <= LONGEST_SOURCE,
                "the source needs 1 to 300 characters");
    }

    /** Whether it governs the emissions of a year. */
    public boolean governs(int year) {
        return yearFrom <= year && year <= yearTo;
    }
}

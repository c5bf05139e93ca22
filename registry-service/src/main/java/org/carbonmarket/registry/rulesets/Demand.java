package org.carbonmarket.registry.rulesets;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;

/** What the parts of a rule set demand of their values, told in words an operator understands. */
final class Demand {

    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final int MOST_DECIMALS = 12;
    private static final int MOST_DIGITS = 20;

    private Demand() {}

    static void that(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** A number as one writes it down, not one whose digits would fill a book. */
    static void plain(BigDecimal value, String name) {
        that(
                value.scale() >= 0
                        && value.scale() <= MOST_DECIMALS
                        && value.precision() <= MOST_DIGITS,
                name + " is written with at most 12 decimals and 20 digits");
    }

    static void within(BigDecimal value, BigDecimal least, BigDecimal most, String name) {
        plain(value, name);
        that(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                name + " must be from " + least + " to " + most);
    }

    static void percent(BigDecimal value, String name) {
        within(value, BigDecimal.ZERO, HUNDRED, name);
    }

    static void distinct(Collection<String> names, String what) {
        that(!names.isEmpty(), "at least one " + what + " is needed");
        that(new HashSet<>(names).size() == names.size(), "each " + what + " is given once");
    }
}

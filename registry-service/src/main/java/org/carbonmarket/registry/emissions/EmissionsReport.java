package org.carbonmarket.registry.emissions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.carbonmarket.events.quantity.Tonnes;

/**
 * What an entity reports of a year: the figures of each unit, month by month. Months are summed as
 * they are; a unit's year is rounded half up to whole tonnes.
 */
public record EmissionsReport(List<UnitReport> units) {

    private static final int MOST_UNITS = 500;

    public EmissionsReport {
        units = List.copyOf(units);
        demand(
                !units.isEmpty() && units.size() <= MOST_UNITS,
                "a report has 1 to " + MOST_UNITS + " units");
        Set<String> names = new HashSet<>();
        for (UnitReport unit : units) {
            demand(names.add(unit.unit()), "unit " + unit.unit() + " is reported twice");
        }
    }

    /** All units together. */
    public Tonnes emissions() {
        return units.stream().map(UnitReport::emissions).reduce(Tonnes.ZERO, Tonnes::plus);
    }

    /**
     * One unit's year.
     *
     * @param unit its name, the same as in the allocation's file
     */
    public record UnitReport(String unit, List<Month> months) {

        private static final int LONGEST_NAME = 80;

        public UnitReport {
            months = List.copyOf(months);
            demand(
                    !unit.isBlank()
                            && unit.length() <= LONGEST_NAME
                            && unit.chars().noneMatch(Character::isISOControl),
                    "a unit's name has 1 to " + LONGEST_NAME + " printable characters");
            demand(!months.isEmpty(), "a unit reports at least one month");
            Set<Integer> numbers = new HashSet<>();
            for (Month month : months) {
                demand(numbers.add(month.month()), "month " + month.month() + " is reported twice");
            }
        }

        public Tonnes emissions() {
            BigDecimal sum =
                    months.stream().map(Month::emissions).reduce(BigDecimal.ZERO, BigDecimal::add);
            return Tonnes.of(sum.setScale(0, RoundingMode.HALF_UP).longValueExact());
        }
    }

    /**
     * One month of a unit.
     *
     * @param month 1 to 12
     * @param emissions tonnes of CO2
     * @param parameters what the emissions were computed from, such as {@code coalTonnes}, {@code
     *     carbonContent}, {@code electricityMwh}
     */
    public record Month(int month, BigDecimal emissions, Map<String, BigDecimal> parameters) {

        private static final int MOST_PARAMETERS = 30;
        private static final int MOST_DECIMALS = 6;
        private static final BigDecimal GREATEST = new BigDecimal("1000000000");
        private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

        public Month {
            parameters = Map.copyOf(parameters);
            demand(month >= 1 && month <= 12, "a month is 1 to 12");
            demand(parameters.size() <= MOST_PARAMETERS, "a month has at most 30 parameters");
            figure("emissions", emissions);
            parameters.forEach((name, value) -> {
                demand(
                        NAME.matcher(name).matches(),
                        "a parameter is named by up to 40 letters and digits");
                figure(name, value);
            });
        }

        private static void figure(String name, BigDecimal value) {
            demand(
                    value.scale() >= 0
                            && value.scale() <= MOST_DECIMALS
                            && value.signum() >= 0
                            && value.compareTo(GREATEST) <= 0,
                    name + " is a number from 0 to " + GREATEST + " with at most 6 decimals");
        }
    }

    private static void demand(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}

package org.carbonmarket.registry.determination;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.allocation.CsvFile;
import org.carbonmarket.registry.allocation.LineError;
import org.carbonmarket.registry.allocation.formula.UnitActivity;
import org.carbonmarket.registry.allocation.formula.UnitActivity.Cooling;
import org.carbonmarket.registry.rulesets.AllocationFormula.Parameter;

/** Reads one line's columns and reports each that is malformed. */
final class UnitLineReader {

    private static final int LONGEST_UNIT = 80;
    private static final Pattern QUANTITY = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,3})?");
    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,2})?");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,10}");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final CsvFile.Line line;
    private final Plan plan;
    private final List<LineError> errors = new ArrayList<>();
    private final Map<Parameter, BigDecimal> figures = new EnumMap<>(Parameter.class);
    private Cooling cooling = Cooling.NONE;

    UnitLineReader(CsvFile.Line line, Plan plan) {
        this.line = line;
        this.plan = plan;
    }

    /** The unit, when all of its line is in form. */
    Optional<UnitLine> read() {
        String unit = line.values().get(0);
        if (unit.isEmpty()
                || unit.length() > LONGEST_UNIT
                || unit.chars().anyMatch(Character::isISOControl)) {
            refuse("unit", "TEXT_MALFORMED", "The unit needs 1 to 80 printable characters.");
        }
        Optional<AccountId> account = account(line.values().get(1));
        String unitClass = line.values().get(2);
        if (!plan.rules().formula().unitClasses().contains(unitClass)) {
            refuse(
                    "unitClass",
                    "CLASS_UNKNOWN",
                    "The plan's classes are "
                            + String.join(", ", plan.rules().formula().unitClasses())
                            + ".");
        }
        List<Parameter> parameters = plan.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            take(parameters.get(i), line.values().get(3 + i));
        }
        if (figure(Parameter.HEAT).signum() == 0 && figure(Parameter.HEAT_RATIO).signum() > 0) {
            refuse("heatRatio", "HEAT_MISSING", "A heat ratio above 0 goes with heat supplied.");
        }
        return errors.isEmpty()
                ? account.map(number -> unitLine(unit, number, unitClass))
                : Optional.empty();
    }

    List<LineError> errors() {
        return List.copyOf(errors);
    }

    private UnitLine unitLine(String unit, AccountId account, String unitClass) {
        UnitActivity activity =
                new UnitActivity(
                        unitClass,
                        figure(Parameter.ELECTRICITY),
                        figure(Parameter.HEAT),
                        cooling,
                        figure(Parameter.HEAT_RATIO),
                        figure(Parameter.LOAD_FACTOR),
                        figure(Parameter.OUTPUT),
                        Tonnes.of(figure(Parameter.EMISSIONS).longValueExact()));
        return new UnitLine(line.number(), unit, account, activity);
    }

    private Optional<AccountId> account(String value) {
        try {
            return Optional.of(AccountId.of(value));
        } catch (IllegalArgumentException malformed) {
            refuse(
                    "account",
                    "CODE_MALFORMED",
                    "The account needs 2 to 32 capital letters, digits or inner dashes.");
            return Optional.empty();
        }
    }

    private void take(Parameter parameter, String value) {
        switch (parameter) {
            case ELECTRICITY, HEAT, OUTPUT ->
                    number(
                            parameter,
                            value,
                            QUANTITY,
                            "is a number from 0 with at most 3 decimals, without signs.");
            case EMISSIONS -> number(parameter, value, WHOLE, "are whole tonnes from 0.");
            case HEAT_RATIO, LOAD_FACTOR -> percent(parameter, value);
            case COOLING -> cooling(value);
        }
    }

    private void percent(Parameter parameter, String value) {
        String reason = "is a percentage from 0 to 100 with at most 2 decimals.";
        if (PERCENT.matcher(value).matches() && new BigDecimal(value).compareTo(HUNDRED) > 0) {
            refuse(
                    parameter.column(),
                    "NUMBER_MALFORMED",
                    "The " + parameter.column() + ' ' + reason);
        } else {
            number(parameter, value, PERCENT, reason);
        }
    }

    private void number(Parameter parameter, String value, Pattern form, String reason) {
        if (form.matcher(value).matches()) {
            figures.put(parameter, new BigDecimal(value));
        } else {
            refuse(
                    parameter.column(),
                    "NUMBER_MALFORMED",
                    "The " + parameter.column() + ' ' + reason);
        }
    }

    private void cooling(String value) {
        switch (value) {
            case "WATER" -> cooling = Cooling.WATER;
            case "AIR" -> cooling = Cooling.AIR;
            case "NONE" -> cooling = Cooling.NONE;
            default -> refuse("cooling", "COOLING_UNKNOWN", "The cooling is WATER, AIR or NONE.");
        }
    }

    private BigDecimal figure(Parameter parameter) {
        return figures.getOrDefault(parameter, BigDecimal.ZERO);
    }

    private void refuse(String column, String code, String reason) {
        errors.add(new LineError(line.number(), column, code, reason));
    }
}

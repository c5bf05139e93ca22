package org.carbonmarket.registry.determination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.allocation.formula.Calculation;
import org.carbonmarket.registry.allocation.formula.UnitActivity;
import org.carbonmarket.registry.allocation.formula.UnitDue;
import org.carbonmarket.registry.rulesets.AllocationFormula.Parameter;
import org.carbonmarket.registry.rulesets.PreAllocation.Basis;
import org.carbonmarket.registry.rulesets.RuleSet;

/** One stage of one year under a rule set: what is asked of units, and what they are due. */
record Plan(RuleSet rules, int year, Stage stage) {

    private static final List<String> NAMES = List.of("unit", "account", "unitClass");

    ProductCode product() {
        return rules.product();
    }

    /** The columns of a file of units. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(NAMES);
        parameters().forEach(parameter -> columns.add(parameter.column()));
        return columns;
    }

    List<Parameter> parameters() {
        List<Parameter> all = rules.formula().parameters();
        return switch (stage) {
            case FINAL -> all;
            case PRE_ALLOCATION ->
                    switch (rules.preAllocation().basis()) {
                        case PREVIOUS_EMISSIONS -> List.of(Parameter.EMISSIONS);
                        case OUTPUT ->
                                all.stream().filter(each -> each != Parameter.EMISSIONS).toList();
                    };
        };
    }

    /** The year whose approved emissions the file's must add up to; none by an earlier output. */
    Optional<Integer> emissionsYear() {
        return switch (stage) {
            case FINAL -> Optional.of(year);
            case PRE_ALLOCATION ->
                    rules.preAllocation().basis() == Basis.PREVIOUS_EMISSIONS
                            ? Optional.of(year - 1)
                            : Optional.empty();
        };
    }

    UnitDue dueTo(UnitActivity unit) {
        Calculation calculation = new Calculation(rules);
        return switch (stage) {
            case PRE_ALLOCATION -> calculation.inAdvance(unit);
            case FINAL -> calculation.onVerifiedFigures(unit);
        };
    }

    /** What an entity is due for its units together. */
    Tonnes dueTo(Tonnes units, Tonnes emissions) {
        return switch (stage) {
            case PRE_ALLOCATION -> units;
            case FINAL -> new Calculation(rules).entityDue(units, emissions);
        };
    }
}

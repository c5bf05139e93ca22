package org.carbonmarket.registry.determination;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.allocation.formula.UnitDue;

/** What a file's units and their entities are due, computed without asking anybody. */
record Entitlements(List<DeterminedUnit> units, List<EntityDue> entities) {

    Entitlements {
        units = List.copyOf(units);
        entities = List.copyOf(entities);
    }

    /**
     * What an entity is due.
     *
     * @param firstLine the first line of its units in the file
     */
    record EntityDue(
            AccountId account,
            long firstLine,
            int units,
            Tonnes unitsDue,
            Tonnes emissions,
            Tonnes deducted,
            Tonnes due) {}

    /**
     * @param deductions what earlier shortfalls take away, by entity
     */
    static Entitlements of(Plan plan, List<UnitLine> lines, Map<AccountId, Tonnes> deductions) {
        List<DeterminedUnit> units = lines.stream().map(line -> determined(plan, line)).toList();
        Map<AccountId, List<DeterminedUnit>> byAccount = new TreeMap<>();
        for (DeterminedUnit unit : units) {
            byAccount.computeIfAbsent(unit.account(), account -> new ArrayList<>()).add(unit);
        }
        List<EntityDue> entities = new ArrayList<>(byAccount.size());
        byAccount.forEach((account, own) ->
                entities.add(entity(plan, own, deductions.getOrDefault(account, Tonnes.ZERO))));
        return new Entitlements(units, entities);
    }

    Tonnes due() {
        return sum(entities.stream().map(EntityDue::due).toList());
    }

    private static DeterminedUnit determined(Plan plan, UnitLine line) {
        UnitDue due = plan.dueTo(line.activity());
        return new DeterminedUnit(
                line.line(),
                line.unit(),
                line.account(),
                line.activity().unitClass(),
                line.activity().emissions(),
                due.factor(),
                due.due(),
                due.working());
    }

    private static EntityDue entity(Plan plan, List<DeterminedUnit> own, Tonnes deduction) {
        Tonnes unitsDue = sum(own.stream().map(DeterminedUnit::due).toList());
        Tonnes emissions = sum(own.stream().map(DeterminedUnit::emissions).toList());
        Tonnes due = plan.dueTo(unitsDue, emissions);
        Tonnes deducted = deduction.compareTo(due) < 0 ? deduction : due;
        return new EntityDue(
                own.getFirst().account(),
                own.getFirst().line(),
                own.size(),
                unitsDue,
                emissions,
                deducted,
                due.minus(deducted));
    }

    private static Tonnes sum(List<Tonnes> parts) {
        return parts.stream().reduce(Tonnes.ZERO, Tonnes::plus);
    }
}

package org.carbonmarket.registry.determination;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.allocation.LineError;
import org.carbonmarket.registry.determination.Determination.Progress;
import org.carbonmarket.registry.determination.Determination.State;
import org.carbonmarket.registry.determination.Entitlements.EntityDue;
import org.carbonmarket.registry.products.Product;
import org.carbonmarket.registry.products.Products;
import org.carbonmarket.registry.rulesets.RuleSet;
import org.carbonmarket.registry.rulesets.RuleSetVersion;
import org.carbonmarket.registry.rulesets.book.RuleSets;
import org.jspecify.annotations.Nullable;

/** Determinations from file to approval. A file is stored whole or not at all. */
@ApplicationScoped
@Transactional
class Determinations {

    private static final int EVERY_UNIT = Integer.MAX_VALUE;

    private final DeterminationTable table;
    private final EntityTable entities;
    private final EntityChecks checks;
    private final RuleSets ruleSets;
    private final Products products;
    private final BusinessClock clock;
    private final List<AllocationDeduction> deductions;

    Determinations(
            DeterminationTable table,
            EntityTable entities,
            EntityChecks checks,
            RuleSets ruleSets,
            Products products,
            BusinessClock clock,
            @All List<AllocationDeduction> deductions) {
        this.table = table;
        this.entities = entities;
        this.checks = checks;
        this.ruleSets = ruleSets;
        this.products = products;
        this.clock = clock;
        this.deductions = deductions;
    }

    /** What is to be determined, and the document that decided it. */
    record Asked(String ruleSet, int year, Stage stage, String document) {}

    /**
     * Computes a file of units and stores the result for approval.
     *
     * @throws Refusal 422 with every line that cannot be allocated
     */
    Determination file(Asked asked, byte[] file, String actor) {
        RuleSetVersion version = inForce(asked.ruleSet());
        RuleSet rules = version.rules();
        if (!rules.governs(asked.year())) {
            throw Refusal.unprocessable(
                    "YEAR_NOT_GOVERNED",
                    "year",
                    "%s governs %d to %d."
                            .formatted(rules.ruleSet(), rules.yearFrom(), rules.yearTo()));
        }
        requireAllowance(rules);
        Plan plan = new Plan(rules, asked.year(), asked.stage());
        PlanFile units = PlanFile.read(file, plan);
        Entitlements found =
                Entitlements.of(
                        plan,
                        units.lines(),
                        deductionsOf(
                                plan,
                                units.lines().stream()
                                        .map(UnitLine::account)
                                        .collect(Collectors.toSet())));
        List<LineError> errors = new ArrayList<>(units.errors());
        errors.addAll(checks.errorsIn(plan, found.units(), found.entities()));
        LineError.refuseAny(errors);
        return store(asked, version, found, actor);
    }

    private Determination store(
            Asked asked, RuleSetVersion version, Entitlements found, String actor) {
        long number = table.nextNumber();
        Determination filed =
                new Determination(
                        "DT-" + number,
                        asked.stage(),
                        version.rules().ruleSet(),
                        version.version(),
                        asked.year(),
                        version.rules().product(),
                        asked.document(),
                        State.PREVIEWED,
                        found.units().size(),
                        found.entities().size(),
                        found.due(),
                        actor,
                        clock.now(),
                        null,
                        null,
                        null,
                        Progress.NONE);
        table.insert(number, filed);
        table.insertUnits(filed.determination(), found.units());
        table.insertEntities(filed, found.entities());
        return filed;
    }

    /**
     * Approves a determination for posting, on a second person's word; approved already, it stays
     * as it is.
     *
     * @throws Refusal 403 for the person who filed it; 409 when the rules or another determination
     *     have overtaken it; 422 with every line that cannot be allocated any more
     */
    Determination approve(String number, String actor) {
        Determination filed = table.lock(number).orElseThrow(() -> unknown(number));
        if (filed.state() != State.PREVIEWED) {
            return filed;
        }
        if (filed.filedBy().equals(actor)) {
            throw new Refusal(
                    403,
                    "SAME_PERSON",
                    null,
                    "A determination is approved by a person other than the one who filed it.");
        }
        Plan plan = refuseOvertaken(filed);
        List<DeterminedUnit> units = table.unitsOf(number, null, 0, EVERY_UNIT);
        List<EntityDue> due =
                entities.waiting(number, EVERY_UNIT).stream().map(DeterminedEntity::asDue).toList();
        LineError.refuseAny(checks.errorsIn(plan, units, due));
        if (entities.claimUnits(plan, number) != units.size()) {
            throw Refusal.conflict(
                    "UNIT_ELSEWHERE",
                    "Units of this determination are being allocated to others; look again.");
        }
        table.approve(number, actor, clock.now());
        return find(number);
    }

    private Plan refuseOvertaken(Determination filed) {
        RuleSetVersion version = inForce(filed.ruleSet());
        if (version.version() != filed.ruleSetVersion()) {
            throw Refusal.conflict(
                    "RULES_CHANGED",
                    "%s is in force in version %d; file the units again."
                            .formatted(filed.ruleSet(), version.version()));
        }
        table.overtaking(filed)
                .ifPresent(later -> {
                    throw Refusal.conflict(
                            "DETERMINATION_OVERTAKEN",
                            "%s was approved since; file the units again.".formatted(later));
                });
        return new Plan(version.rules(), filed.year(), filed.stage());
    }

    Determination find(String number) {
        return table.find(number).orElseThrow(() -> unknown(number));
    }

    List<Determination> page(@Nullable Integer year, @Nullable Long before, int limit) {
        return table.page(year, before, limit);
    }

    List<DeterminedUnit> units(
            String number, @Nullable AccountId account, @Nullable Long after, int limit) {
        find(number);
        return table.unitsOf(
                number, account == null ? null : account.value(), after == null ? 0 : after, limit);
    }

    List<DeterminedEntity> entities(
            String number,
            DeterminedEntity.@Nullable State state,
            @Nullable String after,
            int limit) {
        find(number);
        return entities.page(number, state, after, limit);
    }

    List<EntityResult> resultsOf(AccountId account, @Nullable Long before, int limit) {
        return entities.resultsOf(account, before, limit);
    }

    private RuleSetVersion inForce(String ruleSet) {
        return ruleSets.inForce(ruleSet, clock.today())
                .orElseThrow(() ->
                        Refusal.unprocessable(
                                "RULE_SET_NOT_IN_FORCE",
                                "ruleSet",
                                "No rule set " + ruleSet + " is in force today."));
    }

    private void requireAllowance(RuleSet rules) {
        boolean recorded =
                products.find(rules.product())
                        .map(product -> product.kind() == Product.Kind.ALLOWANCE)
                        .orElse(false);
        if (!recorded) {
            throw Refusal.unprocessable(
                    "PRODUCT_UNKNOWN",
                    "ruleSet",
                    "Record the allowance %s before allocating it.".formatted(rules.product()));
        }
    }

    private Map<AccountId, Tonnes> deductionsOf(Plan plan, Collection<AccountId> accounts) {
        Map<AccountId, Tonnes> sums = new HashMap<>();
        if (plan.stage() == Stage.FINAL) {
            deductions.forEach(each ->
                    each.deductionsOf(accounts, plan.year())
                            .forEach((account, tonnes) ->
                                    sums.merge(account, tonnes, Tonnes::plus)));
        }
        return sums;
    }

    private static Refusal unknown(String number) {
        return Refusal.notFound(
                "DETERMINATION_UNKNOWN", "There is no determination " + number + ".");
    }
}

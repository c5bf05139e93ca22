package org.carbonmarket.registry.rulesets.book;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.registry.rulesets.RuleSet;
import org.carbonmarket.registry.rulesets.RuleSetVersion;
import org.carbonmarket.registry.rulesets.RuleSetVersion.State;
import org.carbonmarket.registry.rulesets.book.RuleSetTable.Wanted;
import org.jspecify.annotations.Nullable;

/** The plans' rules by name, year and day. A change is proposed by one and approved by another. */
@ApplicationScoped
@Transactional
public class RuleSets {

    private final RuleSetTable table;
    private final BusinessClock clock;

    RuleSets(RuleSetTable table, BusinessClock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** The version of a rule set in force on a day. */
    public Optional<RuleSetVersion> inForce(String ruleSet, LocalDate on) {
        return table.inForce(new Wanted(ruleSet, null, null), on, null, 1).stream().findFirst();
    }

    /** The rules in force on a day for a sector's emissions of a year. */
    public Optional<RuleSetVersion> forYear(String sector, int year, LocalDate on) {
        Wanted wanted = new Wanted(null, sector.toUpperCase(Locale.ROOT), year);
        return table.inForce(wanted, on, null, 1).stream().findFirst();
    }

    /** The rules in force on a day for a year, of whichever sector has any. */
    public Optional<RuleSetVersion> ofAnySector(int year, LocalDate on) {
        return table.inForce(new Wanted(null, null, year), on, null, 1).stream().findFirst();
    }

    /** One version, whatever became of it. */
    public Optional<RuleSetVersion> version(String ruleSet, int version) {
        return table.find(ruleSet, version);
    }

    List<RuleSetVersion> page(Wanted wanted, LocalDate on, @Nullable String after, int limit) {
        return table.inForce(wanted, on, after, limit);
    }

    List<RuleSetVersion> versions(String ruleSet, @Nullable Long before, int limit) {
        List<RuleSetVersion> versions = table.versionsOf(ruleSet, before, limit);
        if (versions.isEmpty() && before == null) {
            throw unknown(ruleSet);
        }
        return versions;
    }

    RuleSetVersion propose(
            RuleSet rules, LocalDate validFrom, @Nullable LocalDate validTo, String author) {
        RuleSetVersion proposed =
                new RuleSetVersion(
                        table.nextVersion(rules.ruleSet()),
                        State.PROPOSED,
                        validFrom,
                        validTo,
                        rules,
                        author,
                        clock.now(),
                        null,
                        null,
                        null);
        table.insert(proposed);
        return proposed;
    }

    /**
     * Approves or rejects a proposal; the same decision again changes nothing.
     *
     * @throws Refusal 403 for the author, 409 when it was decided otherwise or another rule set
     *     governs one of its years
     */
    RuleSetVersion decide(
            String ruleSet, int version, State decision, @Nullable String remark, String actor) {
        RuleSetVersion proposed = table.lock(ruleSet, version).orElseThrow(() -> unknown(ruleSet));
        if (proposed.state() == decision) {
            return proposed;
        }
        if (proposed.isDecided()) {
            throw Refusal.conflict(
                    "RULE_SET_DECIDED",
                    "Version %d of %s is %s already."
                            .formatted(version, ruleSet, proposed.state()));
        }
        if (proposed.author().equals(actor)) {
            throw new Refusal(
                    403,
                    "SAME_PERSON",
                    null,
                    "A proposal is decided by a person other than its author.");
        }
        if (decision == State.APPROVED) {
            refuseRival(proposed);
        }
        table.decide(decided(proposed, decision, remark, actor));
        return table.find(ruleSet, version).orElseThrow();
    }

    private RuleSetVersion decided(
            RuleSetVersion proposed, State decision, @Nullable String remark, String actor) {
        return new RuleSetVersion(
                proposed.version(),
                decision,
                proposed.validFrom(),
                proposed.validTo(),
                proposed.rules(),
                proposed.author(),
                proposed.proposedAt(),
                actor,
                clock.now(),
                remark);
    }

    private void refuseRival(RuleSetVersion proposed) {
        table.rivalOf(proposed)
                .ifPresent(rival -> {
                    throw Refusal.conflict(
                            "YEARS_GOVERNED",
                            "%s governs one of these years for the sector already."
                                    .formatted(rival));
                });
    }

    static Refusal unknown(String ruleSet) {
        return Refusal.notFound(
                "RULE_SET_UNKNOWN", "There is no such version of a rule set " + ruleSet + ".");
    }
}

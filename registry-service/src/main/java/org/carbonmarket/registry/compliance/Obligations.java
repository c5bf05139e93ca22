package org.carbonmarket.registry.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.registry.emissions.EmissionsApproved;
import org.carbonmarket.registry.rulesets.RuleSet;

/** Obligations come of approved emissions; every change is kept and published. */
@ApplicationScoped
@Transactional
public class Obligations implements EmissionsApproved {

    private final ObligationTable table;
    private final YearRules rules;
    private final Outbox outbox;
    private final BusinessClock clock;

    Obligations(ObligationTable table, YearRules rules, Outbox outbox, BusinessClock clock) {
        this.table = table;
        this.rules = rules;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A year without a plan makes no obligation; its reports are kept all the same. */
    @Override
    public void onApproved(ApprovedEmissions approved) {
        Optional<RuleSet> plan = rules.inForce(approved.account(), approved.year());
        if (plan.isEmpty()) {
            return;
        }
        LocalDate deadline = plan.get().surrender().deadline();
        OffsetDateTime now = clock.now();
        Obligation stated =
                table.lock(approved.account(), approved.year())
                        .map(before -> before.restated(approved.emissions(), deadline, now))
                        .orElseGet(() ->
                                Obligation.of(
                                        approved.account(),
                                        approved.year(),
                                        approved.emissions(),
                                        deadline,
                                        now));
        store(stated);
    }

    /** Locks an obligation, taken before serials and holdings are. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Obligation lock(AccountId account, int year) {
        return table.lock(account, year).orElseThrow(() -> unknown(account, year));
    }

    /** Locks what is overdue and still short of a year, some at a time. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Obligation> lockDeductible(int year, int limit) {
        return table.lockDeductible(year, limit);
    }

    /** Locks what passed its deadline unmet and was not noticed yet, some at a time. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Obligation> lockPastDeadline(int year, int limit) {
        return table.lockPastDeadline(year, clock.today(), limit);
    }

    /** Keeps and publishes a change. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void store(Obligation changed) {
        table.store(changed);
        outbox.publish(changed.recorded());
    }

    Obligation find(AccountId account, int year) {
        return table.find(account, year).orElseThrow(() -> unknown(account, year));
    }

    private static Refusal unknown(AccountId account, int year) {
        return Refusal.notFound(
                "OBLIGATION_UNKNOWN",
                "Account " + account + " has no obligation for " + year + ".");
    }
}

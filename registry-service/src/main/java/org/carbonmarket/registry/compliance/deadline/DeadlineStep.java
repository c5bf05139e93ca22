package org.carbonmarket.registry.compliance.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.ComplianceEvent.ShortfallDeducted;
import org.carbonmarket.registry.compliance.Obligation;
import org.carbonmarket.registry.compliance.Obligations;
import org.carbonmarket.registry.compliance.YearRules;
import org.carbonmarket.registry.compliance.prices.TradedDays;
import org.carbonmarket.registry.determination.AllocationDeduction;
import org.carbonmarket.registry.rulesets.Penalties;

/** Steps of the deadline run and of the deduction run, each a transaction of some units. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class DeadlineStep implements AllocationDeduction {

    private static final int UNITS = 200;

    private final Obligations obligations;
    private final YearRules rules;
    private final TradedDays prices;
    private final NoticeTable table;
    private final Outbox outbox;
    private final BusinessClock clock;

    DeadlineStep(
            Obligations obligations,
            YearRules rules,
            TradedDays prices,
            NoticeTable table,
            Outbox outbox,
            BusinessClock clock) {
        this.obligations = obligations;
        this.rules = rules;
        this.prices = prices;
        this.table = table;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Notices some of the units that missed the deadline; tells how many, 0 when all are. */
    int notice(int year, String actor) {
        List<Obligation> missed = obligations.lockPastDeadline(year, UNITS);
        missed.forEach(each -> notice(each, actor));
        return missed.size();
    }

    private void notice(Obligation unmet, String actor) {
        OffsetDateTime now = clock.now();
        Penalties penalties = rules.of(unmet.account(), unmet.year()).penalties();
        Optional<Price> average = averageBefore(unmet.deadline());
        Tonnes shortfall = unmet.remaining();
        Optional<FineRange> fine = FineRange.of(penalties.shortfall(), average, shortfall);
        Notice notice =
                new Notice(
                        table.nextNumber(),
                        unmet.account(),
                        unmet.year(),
                        shortfall,
                        average.orElse(null),
                        fine.map(FineRange::from).orElse(null),
                        fine.map(FineRange::to).orElse(null),
                        penalties.deductsOn(now.toLocalDate()) ? unmet.year() + 1 : null,
                        now);
        table.insert(notice, actor);
        obligations.store(unmet.missed(now));
        outbox.publish(notice.event());
    }

    /** The month that ends with the deadline: the days after its date of the month before. */
    private Optional<Price> averageBefore(LocalDate deadline) {
        return prices.average(deadline.minusMonths(1).plusDays(1), deadline);
    }

    /**
     * Takes the shortfall of some units that are overdue still off their next allocation, as far as
     * the rules in force do that; tells how many were looked at, 0 when all were.
     */
    int deduct(int year, String actor) {
        OffsetDateTime now = clock.now();
        List<Obligation> overdue = obligations.lockDeductible(year, UNITS);
        int deducted = 0;
        for (Obligation each : overdue) {
            if (rules.of(each.account(), year).penalties().deductsOn(now.toLocalDate())) {
                table.deduct(each, year + 1, now, actor);
                obligations.store(each.deducted(now));
                outbox.publish(
                        new ShortfallDeducted(
                                each.account(), year, year + 1, each.remaining(), now));
                deducted++;
            }
        }
        return deducted;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRED)
    public Map<AccountId, Tonnes> deductionsOf(Collection<AccountId> accounts, int year) {
        return table.deductions(accounts, year);
    }
}

package org.carbonmarket.settlement.bank.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.settlement.bank.BankMessages;
import org.carbonmarket.settlement.bank.DayStatement;
import org.carbonmarket.settlement.bank.references.Discrepancies;
import org.carbonmarket.settlement.bank.references.Discrepancy;
import org.carbonmarket.settlement.bank.references.ReceivedMessages;
import org.carbonmarket.settlement.funds.SignedYuan;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bank's end-of-day statements and compares them with the ledger. A statement changes
 * nothing in the ledger: a difference is for people to clear.
 */
@ApplicationScoped
@Transactional
class Reconciliations {

    private static final Logger LOG = Logger.getLogger(Reconciliations.class);

    private final BankMessages messages;
    private final ReceivedMessages received;
    private final StatementTable table;
    private final Discrepancies discrepancies;
    private final BusinessClock clock;
    private final MeterRegistry meters;

    Reconciliations(
            BankMessages messages,
            ReceivedMessages received,
            StatementTable table,
            Discrepancies discrepancies,
            BusinessClock clock,
            MeterRegistry meters) {
        this.messages = messages;
        this.received = received;
        this.table = table;
        this.discrepancies = discrepancies;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Takes a statement; the first of a day stands.
     *
     * @return the comparison, none when another statement of the day stands; that is stored as a
     *     discrepancy then
     */
    Optional<Reconciliation> take(byte[] file, String actor) {
        DayStatement statement = messages.dayStatement(file);
        table.lock(statement.day());
        Optional<DayStatement> standing = table.find(statement.day());
        if (standing.isPresent() && !saysTheSame(standing.get(), statement)) {
            discrepancies.report(contradiction(standing.get(), statement));
            return Optional.empty();
        }
        received.keep(ReceivedMessages.Kind.DAY_STATEMENT, statement.message(), file, actor);
        if (standing.isEmpty()) {
            table.insert(statement, actor, clock.now());
        }
        Reconciliation compared = compared(standing.orElse(statement));
        if (!compared.differences().isEmpty()) {
            meters.counter("settlement.bank.reconciliation.differences")
                    .increment(compared.differences().size());
            LOG.errorf("bank and ledger differ on %s: %s", compared.day(), compared.differences());
        }
        return Optional.of(compared);
    }

    /** A day's comparison as of now. */
    Reconciliation show(LocalDate day) {
        return compared(
                table.find(day)
                        .orElseThrow(() ->
                                Refusal.notFound(
                                        "BANK_STATEMENT_UNKNOWN",
                                        "The bank has sent no statement of " + day + ".")));
    }

    /** Comparisons of the days with a statement, newest first. */
    List<Reconciliation> page(@Nullable LocalDate before, int limit) {
        return table.days(before, limit).stream().map(this::show).toList();
    }

    private Reconciliation compared(DayStatement statement) {
        LedgerDay ledger = table.ledgerBeside(statement);
        List<Difference> differences =
                Comparison.of(statement, ledger, table.closingBefore(statement.day()));
        return new Reconciliation(
                statement.day(),
                differences.isEmpty()
                        ? Reconciliation.State.RECONCILED
                        : Reconciliation.State.DIFFERENT,
                statement.message(),
                statement.entries().size(),
                statement.opening(),
                statement.closing(),
                SignedYuan.of(ledger.openingFen()),
                SignedYuan.of(ledger.closingFen()),
                differences);
    }

    private static boolean saysTheSame(DayStatement standing, DayStatement again) {
        return standing.opening().equals(again.opening())
                && standing.closing().equals(again.closing())
                && standing.entries().equals(again.entries());
    }

    private static Discrepancy.Found contradiction(DayStatement standing, DayStatement other) {
        return new Discrepancy.Found(
                Discrepancy.Kind.STATEMENT_CHANGED,
                standing.day().toString(),
                described(standing),
                described(other),
                other.message());
    }

    private static String described(DayStatement statement) {
        return "%s %s..%s, %d entries"
                .formatted(
                        statement.message(),
                        statement.opening(),
                        statement.closing(),
                        statement.entries().size());
    }
}

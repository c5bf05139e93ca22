package org.carbonmarket.settlement.bank.references;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps the bank's contradictions and raises the alarm: a line in the log and a meter. */
@ApplicationScoped
@Transactional
public class Discrepancies {

    private static final Logger LOG = Logger.getLogger(Discrepancies.class);
    private static final String OPEN = "open";
    private static final String RESOLVED = "resolved";

    private final Database database;
    private final BusinessClock clock;
    private final MeterRegistry meters;

    Discrepancies(Database database, BusinessClock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        this.meters = meters;
    }

    /** Stores a contradiction, or counts it when it is known, and alerts. */
    public void report(Discrepancy.Found found) {
        database.update(
                """
                insert into bank_discrepancy
                    (kind, bank_reference, expected, received, source, found_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (kind, bank_reference, received)
                do update set times = bank_discrepancy.times + 1\
                """,
                found.kind().name(),
                found.bankReference(),
                found.expected(),
                found.received(),
                found.source(),
                clock.now());
        meters.counter("settlement.bank.discrepancies", "kind", found.kind().name()).increment();
        LOG.errorf(
                "%s: reference %s stands for %s, %s now says %s; nothing was booked",
                found.kind(),
                found.bankReference(),
                found.expected(),
                found.source(),
                found.received());
    }

    /** Discrepancies, newest first. */
    List<Discrepancy> page(@Nullable String state, @Nullable Long before, int limit) {
        return database.query(
                """
                select * from bank_discrepancy
                where number < ? and (?::boolean is null or (resolved_at is null) = ?)
                order by number desc limit ?\
                """,
                Discrepancies::discrepancy,
                before == null ? Long.MAX_VALUE : before,
                open(state),
                open(state),
                limit);
    }

    /** Says what came of it; the first word stands. */
    Discrepancy resolve(long number, String resolution, String actor) {
        database.update(
                """
                update bank_discrepancy set resolved_at = ?, resolved_by = ?, resolution = ?
                where number = ? and resolved_at is null\
                """,
                clock.now().truncatedTo(ChronoUnit.MICROS),
                actor,
                resolution,
                number);
        return database.find(
                        "select * from bank_discrepancy where number = ?",
                        Discrepancies::discrepancy,
                        number)
                .orElseThrow(() ->
                        Refusal.notFound(
                                "DISCREPANCY_UNKNOWN", "There is no discrepancy of that number."));
    }

    private static @Nullable Boolean open(@Nullable String state) {
        return switch (state) {
            case null -> null;
            case OPEN -> true;
            case RESOLVED -> false;
            default ->
                    throw new Refusal(
                            400, "STATE_UNKNOWN", "state", "The state is 'open' or 'resolved'.");
        };
    }

    private static Discrepancy discrepancy(Row row) throws SQLException {
        return new Discrepancy(
                row.number("number"),
                Discrepancy.Kind.valueOf(row.text("kind")),
                row.text("bank_reference"),
                row.text("expected"),
                row.text("received"),
                row.text("source"),
                row.time("found_at"),
                row.number("times"),
                row.timeOrNull("resolved_at"),
                row.textOrNull("resolved_by"),
                row.textOrNull("resolution"));
    }
}

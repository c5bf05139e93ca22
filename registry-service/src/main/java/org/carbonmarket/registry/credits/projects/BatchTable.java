package org.carbonmarket.registry.credits.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.registry.credits.serial.SerialRange;
import org.jspecify.annotations.Nullable;

/** Batches as they are stored. */
@ApplicationScoped
@Transactional
class BatchTable {

    private final Database database;

    BatchTable(Database database) {
        this.database = database;
    }

    long nextNumber(String project) {
        return database.find(
                        "select count(*) + 1 as number from credit_batch where project = ?",
                        row -> row.number("number"),
                        project)
                .orElseThrow();
    }

    /** The project's batch whose monitoring period shares a day with the one asked. */
    Optional<String> sharing(String project, LocalDate from, LocalDate to) {
        return database.find(
                """
                select batch from credit_batch
                where project = ? and period_from <= ? and period_to >= ? order by number\
                """,
                row -> row.text("batch"),
                project,
                to,
                from);
    }

    void insert(Batch batch) {
        database.update(
                """
                insert into credit_batch
                    (batch, project, number, vintage, period_from, period_to, units, document,
                     state, proposed_by, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                batch.batch(),
                batch.project(),
                batch.number(),
                batch.vintage(),
                batch.periodFrom(),
                batch.periodTo(),
                batch.tonnes().value(),
                batch.document(),
                batch.state().name(),
                batch.proposedBy(),
                batch.proposedAt());
    }

    void markIssued(
            Batch batch, String approver, OffsetDateTime at, SerialRange range, long posting) {
        database.update(
                """
                update credit_batch
                set state = 'ISSUED', approved_by = ?, issued_at = ?, first_serial = ?,
                    last_serial = ?, posting = ?
                where batch = ?\
                """,
                approver,
                at,
                range.first(),
                range.last(),
                posting,
                batch.batch());
    }

    Optional<Batch> find(String batch) {
        return database.find(
                "select * from credit_batch where batch = ?", BatchTable::batch, batch);
    }

    List<Batch> page(String project, @Nullable Long after, int limit) {
        return database.query(
                """
                select * from credit_batch where project = ? and number > ?
                order by number limit ?\
                """,
                BatchTable::batch,
                project,
                after == null ? 0 : after,
                limit);
    }

    private static Batch batch(Row row) throws SQLException {
        boolean issued = row.text("state").equals(Batch.State.ISSUED.name());
        return new Batch(
                row.text("batch"),
                row.text("project"),
                row.number("number"),
                Math.toIntExact(row.number("vintage")),
                LocalDate.parse(row.text("period_from")),
                LocalDate.parse(row.text("period_to")),
                Tonnes.of(row.number("units")),
                row.text("document"),
                Batch.State.valueOf(row.text("state")),
                row.text("proposed_by"),
                row.time("proposed_at"),
                row.textOrNull("approved_by"),
                issued ? row.time("issued_at") : null,
                issued
                        ? new SerialRange(row.number("first_serial"), row.number("last_serial"))
                        : null,
                issued ? row.number("posting") : null);
    }
}

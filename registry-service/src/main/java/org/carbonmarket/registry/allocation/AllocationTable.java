package org.carbonmarket.registry.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.registry.allocation.AllocationLine.Grant;

/** Allocations and their lines as they are stored. */
@ApplicationScoped
class AllocationTable {

    private final Database database;

    AllocationTable(Database database) {
        this.database = database;
    }

    String nextNumber() {
        return database.find(
                        "select 'AL-' || nextval('allocation_number') as allocation",
                        row -> row.text("allocation"))
                .orElseThrow();
    }

    void insert(Allocation preview, List<AllocationLine> lines) {
        database.update(
                """
                insert into allocation
                    (allocation, state, lines, tonnes, previewed_by, previewed_at)
                values (?, ?, ?, ?, ?, ?)\
                """,
                preview.allocation(),
                preview.state().name(),
                preview.lines(),
                preview.tonnes(),
                preview.previewedBy(),
                preview.previewedAt());
        database.update(
                """
                insert into allocation_line
                    (allocation, line, unit, account, product, tonnes, document)
                select ?, unit.* from unnest(?, ?, ?, ?, ?, ?) as unit\
                """,
                preview.allocation(),
                Column.bigint(lines, AllocationLine::line),
                Column.text(lines, AllocationLine::unit),
                Column.text(lines, line -> line.account().value()),
                Column.text(lines, line -> line.product().value()),
                Column.bigint(lines, line -> line.tonnes().value()),
                Column.text(lines, AllocationLine::document));
    }

    Optional<Allocation> find(String number) {
        return database.find(
                "select * from allocation where allocation = ?",
                AllocationTable::allocation,
                number);
    }

    /** Locks an allocation, so that one of two approvals at once posts. */
    Optional<Allocation> lock(String number) {
        return database.find(
                "select * from allocation where allocation = ? for update",
                AllocationTable::allocation,
                number);
    }

    List<AllocationLine> linesOf(String number) {
        return database.query(
                "select * from allocation_line where allocation = ? order by line",
                row ->
                        new AllocationLine(
                                row.number("line"),
                                row.text("unit"),
                                AccountId.of(row.text("account")),
                                ProductCode.of(row.text("product")),
                                Tonnes.of(row.number("tonnes")),
                                row.text("document")),
                number);
    }

    /** Those of the lines' grants that were posted before. */
    Set<Grant> grantedAmong(Collection<AllocationLine> lines) {
        return new HashSet<>(
                database.query(
                        """
                        select unit, product, document from allocated_unit
                        join unnest(?, ?, ?) as asked (unit, product, document)
                            using (unit, product, document)\
                        """,
                        row ->
                                new Grant(
                                        row.text("unit"),
                                        ProductCode.of(row.text("product")),
                                        row.text("document")),
                        Column.text(lines, AllocationLine::unit),
                        Column.text(lines, line -> line.product().value()),
                        Column.text(lines, AllocationLine::document)));
    }

    /** Marks the lines' grants as made; tells how many were free. */
    int claimGrants(String number) {
        return database.update(
                """
                insert into allocated_unit (unit, product, document, allocation)
                select unit, product, document, allocation from allocation_line
                where allocation = ? order by unit, product, document
                on conflict do nothing\
                """,
                number);
    }

    void markPosted(String number, String approver, OffsetDateTime at, long first, long last) {
        database.update(
                """
                update allocation
                set state = 'POSTED', approved_by = ?, posted_at = ?,
                    first_posting = ?, last_posting = ?
                where allocation = ?\
                """,
                approver,
                at,
                first,
                last,
                number);
    }

    private static Allocation allocation(Row row) throws SQLException {
        boolean posted = row.text("state").equals(Allocation.State.POSTED.name());
        return new Allocation(
                row.text("allocation"),
                Allocation.State.valueOf(row.text("state")),
                Math.toIntExact(row.number("lines")),
                row.number("tonnes"),
                row.text("previewed_by"),
                row.time("previewed_at"),
                row.textOrNull("approved_by"),
                posted ? row.time("posted_at") : null,
                posted ? row.number("first_posting") : null,
                posted ? row.number("last_posting") : null);
    }
}

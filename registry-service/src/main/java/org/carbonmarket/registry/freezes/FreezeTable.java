package org.carbonmarket.registry.freezes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.jspecify.annotations.Nullable;

/** Freezes as they are stored. */
@ApplicationScoped
@Transactional
class FreezeTable {

    private final Database database;

    FreezeTable(Database database) {
        this.database = database;
    }

    String nextNumber() {
        return database.find(
                        "select 'FZ-' || nextval('freeze_number') as code", row -> row.text("code"))
                .orElseThrow();
    }

    void insert(Freeze proposed) {
        database.update(
                """
                insert into freeze_order
                    (code, number, account, product, market, tonnes, frozen, reason, document,
                     state, proposed_by, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                proposed.freeze(),
                proposed.number(),
                proposed.account().value(),
                proposed.product().value(),
                proposed.market().name(),
                proposed.tonnes().value(),
                proposed.frozen().value(),
                proposed.reason(),
                proposed.document(),
                proposed.state().name(),
                proposed.proposedBy(),
                proposed.proposedAt());
    }

    Optional<Freeze> find(String freeze) {
        return database.find(
                "select * from freeze_order where code = ?", FreezeTable::freeze, freeze);
    }

    /** Locks a freeze: taken after its holding is locked. */
    Optional<Freeze> lock(String freeze) {
        return database.find(
                "select * from freeze_order where code = ? for update",
                FreezeTable::freeze,
                freeze);
    }

    void enforce(Freeze freeze, Tonnes frozen, String actor, OffsetDateTime at) {
        database.update(
                """
                update freeze_order set state = 'IN_FORCE', frozen = ?, approved_by = ?, approved_at = ?
                where code = ?\
                """,
                frozen.value(),
                actor,
                at,
                freeze.freeze());
    }

    void add(String freeze, Tonnes arrived) {
        database.update(
                "update freeze_order set frozen = frozen + ? where code = ?",
                arrived.value(),
                freeze);
    }

    void proposeLift(Freeze freeze, String document, String actor, OffsetDateTime at) {
        database.update(
                """
                update freeze_order
                set state = 'LIFT_PROPOSED', lift_document = ?, lift_proposed_by = ?,
                    lift_proposed_at = ?
                where code = ?\
                """,
                document,
                actor,
                at,
                freeze.freeze());
    }

    void lift(Freeze freeze, String actor, OffsetDateTime at) {
        database.update(
                """
                update freeze_order set state = 'LIFTED', lifted_by = ?, lifted_at = ? where code = ?\
                """,
                actor,
                at,
                freeze.freeze());
    }

    /** Newest first. */
    List<Freeze> page(@Nullable AccountId account, @Nullable Long before, int limit) {
        return database.query(
                """
                select * from freeze_order where number < ? and account = coalesce(?, account)
                order by number desc limit ?\
                """,
                FreezeTable::freeze,
                before == null ? Long.MAX_VALUE : before,
                account == null ? null : account.value(),
                limit);
    }

    private static Freeze freeze(Row row) throws SQLException {
        return new Freeze(
                row.text("code"),
                AccountId.of(row.text("account")),
                ProductCode.of(row.text("product")),
                Market.valueOf(row.text("market")),
                Tonnes.of(row.number("tonnes")),
                Tonnes.of(row.number("frozen")),
                row.text("reason"),
                row.text("document"),
                Freeze.State.valueOf(row.text("state")),
                row.text("proposed_by"),
                row.time("proposed_at"),
                row.textOrNull("approved_by"),
                row.textOrNull("approved_at") == null ? null : row.time("approved_at"),
                row.textOrNull("lift_proposed_by"),
                row.textOrNull("lifted_by"),
                row.textOrNull("lifted_at") == null ? null : row.time("lifted_at"));
    }
}

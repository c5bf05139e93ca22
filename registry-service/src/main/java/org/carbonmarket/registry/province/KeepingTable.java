package org.carbonmarket.registry.province;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.registry.province.Keepings.Kept;
import org.jspecify.annotations.Nullable;

/** What provincial accounts keep, as it is stored. */
@ApplicationScoped
class KeepingTable {

    private final Database database;

    KeepingTable(Database database) {
        this.database = database;
    }

    void insert(Collection<Kept> kept) {
        database.update(
                """
                insert into keeping (entity, provincial, product, tonnes, posting)
                select * from unnest(?, ?, ?, ?, ?)\
                """,
                Column.text(kept, each -> each.entity().value()),
                Column.text(kept, each -> each.provincial().value()),
                Column.text(kept, each -> each.product().value()),
                Column.bigint(kept, each -> each.tonnes().value()),
                Column.bigint(kept, Kept::posting));
    }

    Optional<Keeping> lock(String number) {
        return database.find(
                "select * from keeping where keeping = ? for update",
                KeepingTable::keeping,
                number);
    }

    List<Keeping> page(Keeping.@Nullable State state, @Nullable Long after, int limit) {
        return database.query(
                """
                select * from keeping where posting > ? and (?::text is null or state = ?)
                order by posting limit ?\
                """,
                KeepingTable::keeping,
                after == null ? 0L : after,
                state == null ? null : state.name(),
                state == null ? null : state.name(),
                limit);
    }

    void propose(String number, String actor, OffsetDateTime at) {
        database.update(
                """
                update keeping set state = 'PROPOSED', proposed_by = ?, proposed_at = ?
                where keeping = ?\
                """,
                actor,
                at,
                number);
    }

    void release(
            String number, String actor, OffsetDateTime at, Tonnes surrendered, Tonnes released) {
        database.update(
                """
                update keeping
                set state = 'RELEASED', released_by = ?, released_at = ?, surrendered = ?,
                    released = ?
                where keeping = ?\
                """,
                actor,
                at,
                surrendered.value(),
                released.value(),
                number);
    }

    private static Keeping keeping(Row row) throws SQLException {
        @Nullable String proposedBy = row.textOrNull("proposed_by");
        @Nullable String releasedBy = row.textOrNull("released_by");
        return new Keeping(
                row.text("keeping"),
                AccountId.of(row.text("entity")),
                AccountId.of(row.text("provincial")),
                ProductCode.of(row.text("product")),
                Tonnes.of(row.number("tonnes")),
                row.number("posting"),
                Keeping.State.valueOf(row.text("state")),
                proposedBy,
                proposedBy == null ? null : row.time("proposed_at"),
                releasedBy,
                releasedBy == null ? null : row.time("released_at"),
                releasedBy == null ? null : Tonnes.of(row.number("surrendered")),
                releasedBy == null ? null : Tonnes.of(row.number("released")));
    }
}

package org.carbonmarket.registry.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.ledger.database.Database;
import org.jspecify.annotations.Nullable;

/** Surrenders as they are stored. */
@ApplicationScoped
@Transactional
class SurrenderTable {

    private final Database database;

    SurrenderTable(Database database) {
        this.database = database;
    }

    void insert(Surrender done, AccountId holder, String actor) {
        database.update(
                """
                insert into surrender
                    (posting, account, year, holder, product, tonnes, retirement,
                     surrendered_at, surrendered_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                done.posting(),
                done.account().value(),
                done.year(),
                holder.value(),
                done.product().value(),
                done.tonnes().value(),
                done.retirement(),
                done.at(),
                actor);
    }

    /**
     * A surrender as a list shows it.
     *
     * @param holder out of whose account it was taken
     */
    record Line(
            long posting,
            AccountId account,
            int year,
            AccountId holder,
            ProductCode product,
            Tonnes tonnes,
            @Nullable String retirement,
            OffsetDateTime at) {}

    /** Newest first. */
    List<Line> page(AccountId account, @Nullable Long before, int limit) {
        return database.query(
                """
                select * from surrender where account = ? and posting < ?
                order by posting desc limit ?\
                """,
                row ->
                        new Line(
                                row.number("posting"),
                                AccountId.of(row.text("account")),
                                Math.toIntExact(row.number("year")),
                                AccountId.of(row.text("holder")),
                                ProductCode.of(row.text("product")),
                                Tonnes.of(row.number("tonnes")),
                                row.textOrNull("retirement"),
                                row.time("surrendered_at")),
                account.value(),
                before == null ? Long.MAX_VALUE : before,
                limit);
    }
}

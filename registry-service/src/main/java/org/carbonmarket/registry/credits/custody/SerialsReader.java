package org.carbonmarket.registry.credits.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.registry.credits.serial.CreditBlock;
import org.carbonmarket.registry.credits.serial.SerialRange;
import org.jspecify.annotations.Nullable;

/** Answers which serials an account holds. */
@ApplicationScoped
@Transactional
class SerialsReader {

    private final Database database;

    SerialsReader(Database database) {
        this.database = database;
    }

    /** Consecutive serials of one batch in an account. */
    record HeldSerials(String project, String batch, int vintage, SerialRange serials) {

        static HeldSerials of(CreditBlock block) {
            return new HeldSerials(
                    block.origin().project(),
                    block.origin().batch(),
                    block.origin().vintage(),
                    block.serials());
        }
    }

    /** What the account holds, by serial. */
    List<HeldSerials> page(AccountId account, @Nullable Long after, int limit) {
        return database.query(
                """
                select block.*, batch.project, batch.vintage
                from credit_block block join credit_batch batch using (batch)
                where standing = 'HELD' and account = ? and block.first_serial > ?
                order by block.first_serial limit ?\
                """,
                row -> HeldSerials.of(Serials.block(row)),
                account.value(),
                after == null ? 0 : after,
                limit);
    }
}

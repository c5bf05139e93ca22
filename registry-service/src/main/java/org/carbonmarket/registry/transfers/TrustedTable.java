package org.carbonmarket.registry.transfers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;

/** Lists of trusted accounts as they are stored. */
@ApplicationScoped
@Transactional
class TrustedTable {

    private final Database database;

    TrustedTable(Database database) {
        this.database = database;
    }

    /** Tells whether the entry is new. */
    boolean insert(TrustedAccount proposed) {
        return database.update(
                        """
                        insert into trusted_account (account, trusted, proposed_by, proposed_at)
                        values (?, ?, ?, ?) on conflict do nothing\
                        """,
                        proposed.account().value(),
                        proposed.trusted().value(),
                        proposed.proposedBy(),
                        proposed.proposedAt())
                == 1;
    }

    Optional<TrustedAccount> lock(AccountId account, AccountId trusted) {
        return database.find(
                "select * from trusted_account where account = ? and trusted = ? for update",
                TrustedTable::trusted,
                account.value(),
                trusted.value());
    }

    void approve(
            AccountId account,
            AccountId trusted,
            String actor,
            OffsetDateTime at,
            LocalDate effectiveOn) {
        database.update(
                """
                update trusted_account set approved_by = ?, approved_at = ?, effective_on = ?
                where account = ? and trusted = ?\
                """,
                actor,
                at,
                effectiveOn,
                account.value(),
                trusted.value());
    }

    void removeExpired(TrustedAccount proposed, int proposalDays) {
        database.update(
                """
                delete from trusted_account
                where account = ? and trusted = ? and approved_by is null and proposed_at < ?\
                """,
                proposed.account().value(),
                proposed.trusted().value(),
                proposed.proposedAt().minusDays(proposalDays));
    }

    void remove(AccountId account, AccountId trusted) {
        database.update(
                "delete from trusted_account where account = ? and trusted = ?",
                account.value(),
                trusted.value());
    }

    List<TrustedAccount> of(AccountId account) {
        return database.query(
                "select * from trusted_account where account = ? order by trusted",
                TrustedTable::trusted,
                account.value());
    }

    private static TrustedAccount trusted(Row row) throws SQLException {
        String effective = row.textOrNull("effective_on");
        return new TrustedAccount(
                AccountId.of(row.text("account")),
                AccountId.of(row.text("trusted")),
                row.text("proposed_by"),
                row.time("proposed_at"),
                row.textOrNull("approved_by"),
                effective == null ? null : LocalDate.parse(effective));
    }
}

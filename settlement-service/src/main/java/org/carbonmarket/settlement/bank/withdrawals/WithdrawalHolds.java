package org.carbonmarket.settlement.bank.withdrawals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.settlement.accounts.Accounts;
import org.carbonmarket.settlement.bank.withdrawals.Withdrawal.State;
import org.jspecify.annotations.Nullable;

/**
 * Holds on accounts: one operator places one at once, another lifts it. What waited for a decision
 * is held with the account, and waits anew when the hold is lifted, first approvals forgotten.
 */
@ApplicationScoped
@Transactional
class WithdrawalHolds {

    private final Accounts accounts;
    private final WithdrawalTable table;
    private final Database database;
    private final BusinessClock clock;

    WithdrawalHolds(
            Accounts accounts, WithdrawalTable table, Database database, BusinessClock clock) {
        this.accounts = accounts;
        this.table = table;
        this.database = database;
        this.clock = clock;
    }

    /** Why nothing may leave the account now. */
    Optional<String> reasonOn(AccountId account) {
        return standing(account).map(WithdrawalHold::reason);
    }

    /** Places a hold; one that stands already stays as it is. */
    WithdrawalHold place(AccountId account, String reason, String actor) {
        accounts.requireKnown(account);
        database.update(
                """
                insert into withdrawal_hold (account, reason, placed_by, placed_at)
                values (?, ?, ?, ?) on conflict do nothing\
                """,
                account.value(),
                reason,
                actor,
                now());
        WithdrawalHold standing = standing(account).orElseThrow();
        table.moveWaiting(account, State.REQUESTED, State.HELD, standing.reason());
        return standing;
    }

    /** A second person lifts the hold. */
    WithdrawalHold lift(AccountId account, String actor) {
        WithdrawalHold standing =
                database.find(
                                """
                                select * from withdrawal_hold
                                where account = ? and lifted_at is null for update\
                                """,
                                WithdrawalHolds::hold,
                                account.value())
                        .orElseThrow(() ->
                                Refusal.notFound(
                                        "HOLD_UNKNOWN",
                                        "No hold stands on account " + account + "."));
        if (standing.placedBy().equals(actor)) {
            throw new Refusal(403, "SAME_PERSON", null, "A second person must lift a hold.");
        }
        table.moveWaiting(account, State.HELD, State.REQUESTED, null);
        return database.find(
                        """
                        update withdrawal_hold set lifted_by = ?, lifted_at = ?
                        where number = ? returning *\
                        """,
                        WithdrawalHolds::hold,
                        actor,
                        now(),
                        standing.hold())
                .orElseThrow();
    }

    /** Holds, standing or lifted, newest first. */
    List<WithdrawalHold> page(@Nullable Long before, int limit) {
        return database.query(
                "select * from withdrawal_hold where number < ? order by number desc limit ?",
                WithdrawalHolds::hold,
                before == null ? Long.MAX_VALUE : before,
                limit);
    }

    private Optional<WithdrawalHold> standing(AccountId account) {
        return database.find(
                "select * from withdrawal_hold where account = ? and lifted_at is null",
                WithdrawalHolds::hold,
                account.value());
    }

    private OffsetDateTime now() {
        return clock.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static WithdrawalHold hold(Row row) throws SQLException {
        return new WithdrawalHold(
                row.number("number"),
                AccountId.of(row.text("account")),
                row.text("reason"),
                row.text("placed_by"),
                row.time("placed_at"),
                row.textOrNull("lifted_by"),
                row.timeOrNull("lifted_at"));
    }
}

package org.carbonmarket.settlement.bank.withdrawals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.settlement.bank.withdrawals.Withdrawal.State;
import org.jspecify.annotations.Nullable;

/** The withdrawals as they are stored. */
@ApplicationScoped
@Transactional
class WithdrawalTable {

    private final Database database;

    WithdrawalTable(Database database) {
        this.database = database;
    }

    void insert(Withdrawal requested) {
        database.update(
                """
                insert into withdrawal
                    (withdrawal, posting, account, fen, state, requested_by, requested_at, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                requested.withdrawal(),
                requested.posting(),
                requested.account().value(),
                requested.amount().fen(),
                requested.state().name(),
                requested.requestedBy(),
                requested.requestedAt(),
                requested.reason());
    }

    /** Stores what a locked withdrawal has become. */
    Withdrawal update(Withdrawal changed) {
        database.update(
                """
                update withdrawal
                set state = ?, first_approved_by = ?, first_approved_at = ?::timestamptz,
                    decided_by = ?, decided_at = ?::timestamptz, payment_order = ?,
                    bank_reference = ?, reason = ?
                where withdrawal = ?\
                """,
                changed.state().name(),
                changed.firstApprovedBy(),
                textOf(changed.firstApprovedAt()),
                changed.decidedBy(),
                textOf(changed.decidedAt()),
                changed.paymentOrder(),
                changed.bankReference(),
                changed.reason(),
                changed.withdrawal());
        return changed;
    }

    Withdrawal show(String number) {
        return find("select * from withdrawal where withdrawal = ?", number);
    }

    Withdrawal lock(String number) {
        return find("select * from withdrawal where withdrawal = ? for update", number);
    }

    /** Locks withdrawals in one order; those that do not exist are left out. */
    Map<String, Withdrawal> lock(Collection<String> numbers) {
        Map<String, Withdrawal> locked = new LinkedHashMap<>();
        database.stream(
                """
                select * from withdrawal where withdrawal = any (?)
                order by withdrawal for update\
                """,
                row -> locked.put(row.text("withdrawal"), withdrawal(row)),
                Column.text(numbers, number -> number));
        return locked;
    }

    /** What the account asked for since a time and was not given back. */
    Money askedSince(AccountId account, OffsetDateTime since) {
        return database.find(
                        """
                        select coalesce(sum(fen), 0)::bigint as fen from withdrawal
                        where account = ? and requested_at >= ?
                          and state not in ('REFUSED', 'REJECTED')\
                        """,
                        row -> Money.ofFen(row.number("fen")),
                        account.value(),
                        since)
                .orElseThrow();
    }

    /** Moves the account's withdrawals that wait for a decision from one state to another. */
    void moveWaiting(AccountId account, State from, State to, @Nullable String reason) {
        database.update(
                """
                update withdrawal
                set state = ?, reason = ?, first_approved_by = null, first_approved_at = null
                where account = ? and state = ?\
                """,
                to.name(),
                reason,
                account.value(),
                from.name());
    }

    /** Withdrawals, newest first. */
    List<Withdrawal> page(
            @Nullable AccountId account, @Nullable State state, @Nullable Long before, int limit) {
        String of = account == null ? null : account.value();
        String in = state == null ? null : state.name();
        return database.query(
                """
                select * from withdrawal
                where posting < ? and (?::text is null or account = ?)
                  and (?::text is null or state = ?)
                order by posting desc limit ?\
                """,
                WithdrawalTable::withdrawal,
                before == null ? Long.MAX_VALUE : before,
                of,
                of,
                in,
                in,
                limit);
    }

    private Withdrawal find(String sql, String number) {
        return database.find(sql, WithdrawalTable::withdrawal, number)
                .orElseThrow(() ->
                        Refusal.notFound(
                                "WITHDRAWAL_UNKNOWN", "There is no withdrawal of that number."));
    }

    private static @Nullable String textOf(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toString();
    }

    private static Withdrawal withdrawal(Row row) throws SQLException {
        return new Withdrawal(
                row.text("withdrawal"),
                AccountId.of(row.text("account")),
                Money.ofFen(row.number("fen")),
                State.valueOf(row.text("state")),
                row.text("requested_by"),
                row.time("requested_at"),
                row.textOrNull("first_approved_by"),
                row.timeOrNull("first_approved_at"),
                row.textOrNull("decided_by"),
                row.timeOrNull("decided_at"),
                row.textOrNull("payment_order"),
                row.textOrNull("bank_reference"),
                row.textOrNull("reason"));
    }
}

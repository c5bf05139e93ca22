package org.carbonmarket.settlement.bank.payees;

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
import org.carbonmarket.settlement.bank.PaymentOrder.Payee;
import org.jspecify.annotations.Nullable;

/**
 * To whom money may leave: accounts in the participant's own name, each proposed by one person and
 * approved by another. A stolen login alone cannot send money anywhere new.
 */
@ApplicationScoped
@Transactional
public class Payees {

    private final Accounts accounts;
    private final Database database;
    private final BusinessClock clock;

    Payees(Accounts accounts, Database database, BusinessClock clock) {
        this.accounts = accounts;
        this.database = database;
        this.clock = clock;
    }

    /** Where the account's money goes now. */
    public Optional<Payee> inEffect(AccountId account) {
        return database.find(
                """
                select holder, bank_number, bic from payee
                where account = ? and approved_at is not null
                order by approved_at desc, number desc limit 1\
                """,
                row -> new Payee(row.text("holder"), row.text("bank_number"), row.text("bic")),
                account.value());
    }

    BoundAccount propose(AccountId account, ProposePayee asked, String actor) {
        accounts.requireActive(account);
        OffsetDateTime now = now();
        return database.find(
                        """
                        insert into payee
                            (account, holder, bank_number, bic, proposed_by, proposed_at)
                        values (?, ?, ?, ?, ?, ?) returning *\
                        """,
                        Payees::bound,
                        account.value(),
                        accounts.nameOf(account),
                        asked.number(),
                        asked.bic(),
                        actor,
                        now)
                .orElseThrow();
    }

    /** A second person approves; doing so again changes nothing. */
    BoundAccount approve(AccountId account, long number, String actor) {
        BoundAccount proposed =
                database.find(
                                "select * from payee where account = ? and number = ? for update",
                                Payees::bound,
                                account.value(),
                                number)
                        .orElseThrow(() ->
                                Refusal.notFound(
                                        "PAYEE_UNKNOWN",
                                        "The account has no proposed payee of that number."));
        if (proposed.approvedBy() != null) {
            return proposed;
        }
        if (proposed.proposedBy().equals(actor)) {
            throw new Refusal(403, "SAME_PERSON", null, "A second person must approve a payee.");
        }
        return database.find(
                        """
                        update payee set approved_by = ?, approved_at = ?
                        where number = ? returning *\
                        """,
                        Payees::bound,
                        actor,
                        now(),
                        number)
                .orElseThrow();
    }

    /** The account's payees, newest first. */
    List<BoundAccount> page(AccountId account, @Nullable Long before, int limit) {
        return database.query(
                "select * from payee where account = ? and number < ? order by number desc limit ?",
                Payees::bound,
                account.value(),
                before == null ? Long.MAX_VALUE : before,
                limit);
    }

    private OffsetDateTime now() {
        return clock.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static BoundAccount bound(Row row) throws SQLException {
        return new BoundAccount(
                row.number("number"),
                AccountId.of(row.text("account")),
                row.text("holder"),
                row.text("bank_number"),
                row.text("bic"),
                row.text("proposed_by"),
                row.time("proposed_at"),
                row.textOrNull("approved_by"),
                row.timeOrNull("approved_at"));
    }
}

package org.carbonmarket.settlement.bank.withdrawals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.settlement.FundsEvent.FundsWithdrawn;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.settlement.accounts.Accounts;
import org.carbonmarket.settlement.bank.references.Confirmation;
import org.carbonmarket.settlement.bank.references.Confirmation.Direction;
import org.carbonmarket.settlement.bank.references.Confirmations;
import org.carbonmarket.settlement.bank.withdrawals.Withdrawal.State;
import org.carbonmarket.settlement.funds.Bucket;
import org.carbonmarket.settlement.funds.FundsBook;
import org.carbonmarket.settlement.funds.Place;
import org.carbonmarket.settlement.funds.Posting;
import org.carbonmarket.settlement.funds.PostingReason;
import org.carbonmarket.settlement.funds.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/** Takes money out in two steps by two persons: the request freezes it, the decision ends it. */
@ApplicationScoped
@Transactional
class Withdrawals {

    private final Accounts accounts;
    private final Confirmations confirmations;
    private final Ledger ledger;
    private final Database database;
    private final Outbox outbox;
    private final BusinessClock clock;

    Withdrawals(
            Accounts accounts,
            Confirmations confirmations,
            Ledger ledger,
            Database database,
            Outbox outbox,
            BusinessClock clock) {
        this.accounts = accounts;
        this.confirmations = confirmations;
        this.ledger = ledger;
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    Withdrawal request(AccountId account, Money amount, String actor) {
        accounts.requireActive(account);
        OffsetDateTime now = clock.now().truncatedTo(ChronoUnit.MICROS);
        FundsBook book = ledger.lock(List.of(account));
        book.post(
                        Posting.move(
                                new Posting.Cause(
                                        PostingReason.WITHDRAWAL_REQUEST, "withdrawal", actor, now),
                                new Place.Held(account, Bucket.AVAILABLE),
                                new Place.Held(account, Bucket.FROZEN),
                                amount))
                .ifPresent(shortage -> {
                    throw new Refusal(
                            409,
                            "FUNDS_SHORT",
                            "amount",
                            "Available is %s yuan, asked for were %s."
                                    .formatted(shortage.held(), shortage.asked()));
                });
        long posting = ledger.write(book).getFirst().number();
        Withdrawal requested =
                new Withdrawal(
                        "WD-" + posting,
                        account,
                        amount,
                        State.REQUESTED,
                        actor,
                        now,
                        null,
                        null,
                        null);
        database.update(
                """
                insert into withdrawal
                    (withdrawal, account, fen, state, requested_by, requested_at)
                values (?, ?, ?, ?, ?, ?)\
                """,
                requested.withdrawal(),
                account.value(),
                amount.fen(),
                State.REQUESTED.name(),
                actor,
                now);
        return requested;
    }

    /** A second person confirms that the bank paid. Saying it again changes nothing. */
    Withdrawal approve(String number, String bankReference, String actor) {
        Withdrawal open = lock(number);
        if (open.state() == State.PAID && bankReference.equals(open.bankReference())) {
            return open;
        }
        requireOpen(open, actor);
        if (confirmations.lock(bankReference).isPresent()) {
            throw Confirmations.reused(bankReference);
        }
        OffsetDateTime now = clock.now().truncatedTo(ChronoUnit.MICROS);
        long posting =
                move(
                        open,
                        PostingReason.WITHDRAWAL_PAYMENT,
                        actor,
                        now,
                        Place.SystemAccount.CLIENT_BANK);
        confirmations.store(
                List.of(
                        new Confirmation(
                                bankReference,
                                Direction.WITHDRAWAL,
                                open.account(),
                                open.amount(),
                                posting,
                                now,
                                null)));
        outbox.publish(new FundsWithdrawn(open.account(), open.amount(), bankReference, now));
        return decide(open, State.PAID, actor, now, bankReference);
    }

    /** A second person refuses; the money is available again. */
    Withdrawal refuse(String number, String actor) {
        Withdrawal open = lock(number);
        if (open.state() == State.REFUSED) {
            return open;
        }
        requireOpen(open, actor);
        OffsetDateTime now = clock.now().truncatedTo(ChronoUnit.MICROS);
        move(
                open,
                PostingReason.WITHDRAWAL_RETURN,
                actor,
                now,
                new Place.Held(open.account(), Bucket.AVAILABLE));
        return decide(open, State.REFUSED, actor, now, null);
    }

    Withdrawal show(String number) {
        return find("select * from withdrawal where withdrawal = ?", number);
    }

    private Withdrawal lock(String number) {
        return find("select * from withdrawal where withdrawal = ? for update", number);
    }

    private Withdrawal find(String sql, String number) {
        return database.find(sql, Withdrawals::withdrawal, number)
                .orElseThrow(() ->
                        Refusal.notFound(
                                "WITHDRAWAL_UNKNOWN", "There is no withdrawal of that number."));
    }

    private static void requireOpen(Withdrawal open, String actor) {
        if (open.state() != State.REQUESTED) {
            throw Refusal.conflict(
                    "WITHDRAWAL_DECIDED", "The withdrawal is already " + open.state() + ".");
        }
        if (open.requestedBy().equals(actor)) {
            throw new Refusal(
                    403, "SAME_PERSON", null, "A second person must decide about a withdrawal.");
        }
    }

    private long move(
            Withdrawal open, PostingReason reason, String actor, OffsetDateTime now, Place to) {
        FundsBook book = ledger.lock(List.of(open.account()));
        book.post(
                Posting.move(
                        new Posting.Cause(reason, open.withdrawal(), actor, now),
                        new Place.Held(open.account(), Bucket.FROZEN),
                        to,
                        open.amount()));
        return ledger.write(book).getFirst().number();
    }

    private Withdrawal decide(
            Withdrawal open,
            State state,
            String actor,
            OffsetDateTime now,
            @Nullable String bankReference) {
        database.update(
                """
                update withdrawal
                set state = ?, decided_by = ?, decided_at = ?, bank_reference = ?
                where withdrawal = ?\
                """,
                state.name(),
                actor,
                now,
                bankReference,
                open.withdrawal());
        return new Withdrawal(
                open.withdrawal(),
                open.account(),
                open.amount(),
                state,
                open.requestedBy(),
                open.requestedAt(),
                actor,
                now,
                bankReference);
    }

    private static Withdrawal withdrawal(Row row) throws java.sql.SQLException {
        return new Withdrawal(
                row.text("withdrawal"),
                AccountId.of(row.text("account")),
                Money.ofFen(row.number("fen")),
                State.valueOf(row.text("state")),
                row.text("requested_by"),
                row.time("requested_at"),
                row.textOrNull("decided_by"),
                row.timeOrNull("decided_at"),
                row.textOrNull("bank_reference"));
    }
}

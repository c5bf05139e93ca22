package org.carbonmarket.settlement.bank;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.settlement.FundsEvent.FundsDeposited;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.settlement.accounts.Accounts;
import org.carbonmarket.settlement.funds.Bucket;
import org.carbonmarket.settlement.funds.FundsBook;
import org.carbonmarket.settlement.funds.Place;
import org.carbonmarket.settlement.funds.Posting;
import org.carbonmarket.settlement.funds.PostingReason;
import org.carbonmarket.settlement.funds.ledger.Ledger;

/** Books what the bank confirms, once per reference of the bank. */
@ApplicationScoped
@Transactional
class Deposits {

    private final Accounts accounts;
    private final Confirmations confirmations;
    private final Ledger ledger;
    private final Outbox outbox;
    private final BusinessClock clock;

    Deposits(
            Accounts accounts,
            Confirmations confirmations,
            Ledger ledger,
            Outbox outbox,
            BusinessClock clock) {
        this.accounts = accounts;
        this.confirmations = confirmations;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Credits the account. The same message again gets the same answer.
     *
     * @throws Refusal 409 when the reference came with another account or amount before
     */
    Deposit confirm(ConfirmDeposit asked, String actor) {
        accounts.requireKnown(asked.account());
        confirmations.lock(asked.bankReference());
        Optional<Deposit> before = confirmations.deposit(asked.bankReference());
        if (before.isPresent()) {
            return same(before.get(), asked);
        }
        if (accounts.requireKnown(asked.account()) == AccountState.CLOSED) {
            throw Refusal.conflict("ACCOUNT_CLOSED", "Account " + asked.account() + " is closed.");
        }
        FundsBook book = ledger.lock(List.of(asked.account()));
        // As precise as it is stored, so that the same message again gets the very same answer.
        OffsetDateTime now = clock.now().truncatedTo(ChronoUnit.MICROS);
        Deposit unposted =
                new Deposit(asked.account(), asked.amount(), asked.bankReference(), 0, now);
        book.post(
                Posting.move(
                        new Posting.Cause(
                                PostingReason.DEPOSIT, asked.bankReference(), actor, unposted.at()),
                        Place.SystemAccount.CLIENT_BANK,
                        new Place.Held(asked.account(), Bucket.AVAILABLE),
                        asked.amount()));
        long posting = ledger.write(book).getFirst().number();
        Deposit deposit =
                new Deposit(
                        asked.account(),
                        asked.amount(),
                        asked.bankReference(),
                        posting,
                        unposted.at());
        confirmations.store(deposit);
        outbox.publish(
                new FundsDeposited(
                        asked.account(), asked.amount(), asked.bankReference(), deposit.at()));
        return deposit;
    }

    private static Deposit same(Deposit before, ConfirmDeposit asked) {
        if (!before.account().equals(asked.account()) || !before.amount().equals(asked.amount())) {
            throw Confirmations.reused(asked.bankReference());
        }
        return before;
    }

    /** The bank's references and what came with them. */
    @ApplicationScoped
    static class Confirmations {

        private final Database database;

        Confirmations(Database database) {
            this.database = database;
        }

        /** Two messages of one reference are taken one after the other. */
        void lock(String bankReference) {
            database.find(
                    "select pg_advisory_xact_lock(hashtextextended(?, 11))",
                    row -> bankReference,
                    bankReference);
        }

        Optional<Deposit> deposit(String bankReference) {
            return database.find(
                    "select * from bank_confirmation where bank_reference = ?",
                    row -> {
                        if (!"DEPOSIT".equals(row.text("direction"))) {
                            throw reused(bankReference);
                        }
                        return new Deposit(
                                AccountId.of(row.text("account")),
                                Money.ofFen(row.number("fen")),
                                bankReference,
                                row.number("posting"),
                                row.time("confirmed_at"));
                    },
                    bankReference);
        }

        boolean isKnown(String bankReference) {
            return database.find(
                            "select 1 from bank_confirmation where bank_reference = ?",
                            row -> bankReference,
                            bankReference)
                    .isPresent();
        }

        void store(Deposit deposit) {
            store("DEPOSIT", deposit);
        }

        void store(String direction, Deposit confirmed) {
            database.update(
                    """
                    insert into bank_confirmation
                        (bank_reference, direction, account, fen, posting, confirmed_at)
                    values (?, ?, ?, ?, ?, ?)\
                    """,
                    confirmed.bankReference(),
                    direction,
                    confirmed.account().value(),
                    confirmed.amount().fen(),
                    confirmed.posting(),
                    confirmed.at());
        }

        static Refusal reused(String bankReference) {
            return new Refusal(
                    409,
                    "BANK_REFERENCE_REUSED",
                    "bankReference",
                    "Reference " + bankReference + " was confirmed before with other contents.");
        }
    }
}

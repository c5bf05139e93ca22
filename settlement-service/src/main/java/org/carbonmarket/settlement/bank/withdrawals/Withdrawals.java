package org.carbonmarket.settlement.bank.withdrawals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.settlement.accounts.Accounts;
import org.carbonmarket.settlement.bank.PaymentOrder;
import org.carbonmarket.settlement.bank.orders.PaymentOrders;
import org.carbonmarket.settlement.bank.payees.Payees;
import org.carbonmarket.settlement.bank.references.Confirmations;
import org.carbonmarket.settlement.bank.withdrawals.Withdrawal.State;
import org.carbonmarket.settlement.funds.Bucket;
import org.carbonmarket.settlement.funds.FundsBook;
import org.carbonmarket.settlement.funds.Place;
import org.carbonmarket.settlement.funds.Posting;
import org.carbonmarket.settlement.funds.PostingReason;
import org.carbonmarket.settlement.funds.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Takes money out in steps by several persons: the participant's request freezes it, one operator
 * or two approve, the bank pays on a payment order or its payment is confirmed by hand.
 *
 * <p>Locks: the withdrawal, the bank's reference, the balance, the end of the chain.
 */
@ApplicationScoped
@Transactional
class Withdrawals {

    private final Accounts accounts;
    private final WithdrawalHolds holds;
    private final WithdrawalTable table;
    private final Payouts payouts;
    private final Payees payees;
    private final PaymentOrders orders;
    private final Confirmations confirmations;
    private final Ledger ledger;
    private final BusinessClock clock;
    private final WithdrawalRules rules;

    Withdrawals(
            Accounts accounts,
            WithdrawalHolds holds,
            WithdrawalTable table,
            Payouts payouts,
            Payees payees,
            PaymentOrders orders,
            Confirmations confirmations,
            Ledger ledger,
            BusinessClock clock,
            WithdrawalSettings settings) {
        this.accounts = accounts;
        this.holds = holds;
        this.table = table;
        this.payouts = payouts;
        this.payees = payees;
        this.orders = orders;
        this.confirmations = confirmations;
        this.ledger = ledger;
        this.clock = clock;
        this.rules = WithdrawalRules.of(settings);
    }

    /** Freezes the money. On an account under a hold the request is taken, and held. */
    Withdrawal request(AccountId account, Money amount, String actor) {
        accounts.requireActive(account);
        OffsetDateTime now = now();
        FundsBook book = ledger.lock(List.of(account));
        rules.requireWithin(amount, table.askedSince(account, now.truncatedTo(ChronoUnit.DAYS)));
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
        Withdrawal free = Withdrawal.requested(posting, account, amount, actor, now);
        Withdrawal requested = holds.reasonOn(account).map(free::held).orElse(free);
        table.insert(requested);
        return requested;
    }

    /**
     * An operator approves; from the threshold on, two do. With a bank's reference the operator
     * says that the bank paid; without one the bank is sent a payment order. Saying the same again
     * changes nothing.
     */
    Withdrawal approve(String number, @Nullable String bankReference, String actor) {
        Withdrawal open = table.lock(number);
        if (isSaidAgain(open, bankReference, actor)) {
            return open;
        }
        requireDecidable(open, actor);
        OffsetDateTime now = now();
        if (rules.needsTwoApprovals(open.amount())) {
            if (open.firstApprovedBy() == null) {
                return table.update(open.firstApproved(actor, now));
            }
            if (open.firstApprovedBy().equals(actor)) {
                throw samePerson();
            }
        }
        return bankReference == null
                ? order(open, actor, now)
                : payByHand(open, bankReference, actor, now);
    }

    private static boolean isSaidAgain(
            Withdrawal open, @Nullable String bankReference, String actor) {
        return switch (open.state()) {
            case PAID -> bankReference != null && bankReference.equals(open.bankReference());
            case ORDERED -> bankReference == null && actor.equals(open.decidedBy());
            case REQUESTED, HELD, REFUSED, REJECTED -> false;
        };
    }

    private Withdrawal payByHand(
            Withdrawal open, String bankReference, String actor, OffsetDateTime now) {
        if (confirmations.lock(bankReference).isPresent()) {
            throw Confirmations.reused(bankReference);
        }
        return payouts.paid(open, bankReference, actor, now);
    }

    private Withdrawal order(Withdrawal open, String actor, OffsetDateTime now) {
        PaymentOrder.Payee payee =
                payees.inEffect(open.account())
                        .orElseThrow(() ->
                                Refusal.conflict(
                                        "PAYEE_MISSING",
                                        "Account %s has no approved payee; approve one, or confirm"
                                                        .formatted(open.account())
                                                + " the payment with the bank's reference."));
        PaymentOrder order =
                new PaymentOrder(
                        "PO-" + open.withdrawal(),
                        open.withdrawal(),
                        open.account(),
                        open.amount(),
                        payee,
                        rules.executionDay(now),
                        now);
        orders.issue(order, open.posting());
        return table.update(open.ordered(order.message(), actor, now));
    }

    /** A second person refuses; the money is available again. */
    Withdrawal refuse(String number, @Nullable String reason, String actor) {
        Withdrawal open = table.lock(number);
        if (open.state() == State.REFUSED) {
            return open;
        }
        requireDecidable(open, actor);
        return payouts.giveBack(open, State.REFUSED, reason, actor, now());
    }

    Withdrawal show(String number) {
        return table.show(number);
    }

    private void requireDecidable(Withdrawal open, String actor) {
        if (open.state() != State.REQUESTED && open.state() != State.HELD) {
            throw Refusal.conflict(
                    "WITHDRAWAL_DECIDED", "The withdrawal is already " + open.state() + ".");
        }
        if (open.state() == State.HELD || holds.reasonOn(open.account()).isPresent()) {
            throw Refusal.conflict(
                    "WITHDRAWAL_HELD",
                    "A hold stands on account %s: nobody decides before it is lifted."
                            .formatted(open.account()));
        }
        if (open.requestedBy().equals(actor)) {
            throw samePerson();
        }
    }

    private static Refusal samePerson() {
        return new Refusal(
                403, "SAME_PERSON", null, "A second person must decide about a withdrawal.");
    }

    /** As precise as it is stored. */
    private OffsetDateTime now() {
        return clock.now().truncatedTo(ChronoUnit.MICROS);
    }
}

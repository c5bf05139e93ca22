package org.carbonmarket.settlement.bank.withdrawals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.events.settlement.FundsEvent.FundsWithdrawn;
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

/** The two ends of a withdrawal: frozen money leaves to the bank, or is available again. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Payouts {

    private final WithdrawalTable table;
    private final Confirmations confirmations;
    private final Ledger ledger;
    private final Outbox outbox;

    Payouts(WithdrawalTable table, Confirmations confirmations, Ledger ledger, Outbox outbox) {
        this.table = table;
        this.confirmations = confirmations;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /**
     * The bank paid a locked withdrawal.
     *
     * @param bankReference locked and new
     */
    Withdrawal paid(Withdrawal open, String bankReference, String actor, OffsetDateTime now) {
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
        return table.update(open.paid(bankReference, actor, now));
    }

    /** A locked withdrawal ends without a payment. */
    Withdrawal giveBack(
            Withdrawal open, State how, @Nullable String why, String actor, OffsetDateTime now) {
        move(
                open,
                PostingReason.WITHDRAWAL_RETURN,
                actor,
                now,
                new Place.Held(open.account(), Bucket.AVAILABLE));
        return table.update(open.givenBack(how, actor, now, why));
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
}

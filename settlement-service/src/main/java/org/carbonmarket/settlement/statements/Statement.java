package org.carbonmarket.settlement.statements;

import java.time.LocalDate;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.settlement.funds.ledger.FundsView;
import org.carbonmarket.settlement.funds.ledger.PostingView;
import org.jspecify.annotations.Nullable;

/**
 * An account's money over a day or a period: what it held, what moved, what it holds.
 *
 * @param holder the participant's name as the registry knows it
 * @param day the one day, in Asia/Shanghai; null for a longer period
 * @param from the first day
 * @param until the last day
 * @param postings in order; fees are entries of their own
 * @param fees what the account paid in fees, in yuan
 * @param standing whether the participant agrees with the day; null for a longer period
 */
record Statement(
        AccountId account,
        String holder,
        @Nullable LocalDate day,
        LocalDate from,
        LocalDate until,
        FundsView opening,
        List<PostingView> postings,
        String fees,
        FundsView closing,
        @Nullable Standing standing) {

    Statement {
        postings = List.copyOf(postings);
    }

    /** Whether the participant agrees (Settlement Rules: no objection in time is assent). */
    enum Standing {
        /** The next opening has not come: there is time to object. */
        OPEN,
        /** The participant objects, and the operator has not answered yet. */
        OBJECTED,
        /** Every objection is answered. */
        ANSWERED,
        /** The next opening came without an objection. */
        ACCEPTED
    }
}

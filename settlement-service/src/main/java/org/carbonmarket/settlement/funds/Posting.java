package org.carbonmarket.settlement.funds;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.ledger.ChainedPosting;

/**
 * A double-entry posting: its entries sum to zero, or it does not exist.
 *
 * @param document the bank's reference, the trade, or the number of the move that it records
 * @param actor the acting user or service
 * @param at business time, kept to the microsecond
 */
public record Posting(
        PostingReason reason, String document, String actor, OffsetDateTime at, List<Entry> entries)
        implements ChainedPosting {

    public Posting {
        entries = List.copyOf(entries);
        at = at.truncatedTo(ChronoUnit.MICROS);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a posting has entries");
        }
        long sum = 0;
        for (Entry entry : entries) {
            sum = Math.addExact(sum, entry.fen());
        }
        if (sum != 0) {
            throw new IllegalArgumentException("a posting sums to zero, this one to " + sum);
        }
    }

    /** Who decided what, and when: everything of a posting but its entries. */
    public record Cause(PostingReason reason, String document, String actor, OffsetDateTime at) {}

    /** Money from one place to another. */
    public static Posting move(Cause cause, Place from, Place to, Money amount) {
        return of(
                cause,
                List.of(
                        Entry.principal(from, Math.negateExact(amount.fen())),
                        Entry.principal(to, amount.fen())));
    }

    /** What a trade is about: its amount, and what each side pays for it. */
    public record Sums(Money amount, Money buyerFee, Money sellerFee) {}

    /**
     * The payment of a trade: the buyer pays the amount, the seller gets it, each pays its fee.
     * Fees are entries of their own.
     */
    public static Posting payment(Cause cause, AccountId buyer, AccountId seller, Sums sums) {
        return of(cause, trade(buyer, seller, sums, 1));
    }

    /** A voided trade's payment run backwards, fees included. */
    public static Posting reversal(Cause cause, AccountId buyer, AccountId seller, Sums sums) {
        return of(cause, trade(buyer, seller, sums, -1));
    }

    private static List<Entry> trade(AccountId buyer, AccountId seller, Sums sums, int sign) {
        Place from = new Place.Held(buyer, Bucket.IN_TRADING);
        Place to = new Place.Held(seller, Bucket.IN_TRADING);
        List<Entry> entries = new ArrayList<>(5);
        entries.add(Entry.principal(from, -sign * sums.amount().fen()));
        entries.add(Entry.principal(to, sign * sums.amount().fen()));
        if (!sums.buyerFee().isZero()) {
            entries.add(Entry.fee(from, -sign * sums.buyerFee().fen()));
        }
        if (!sums.sellerFee().isZero()) {
            entries.add(Entry.fee(to, -sign * sums.sellerFee().fen()));
        }
        Money fees = sums.buyerFee().plus(sums.sellerFee());
        if (!fees.isZero()) {
            entries.add(Entry.fee(Place.SystemAccount.FEES, sign * fees.fen()));
        }
        return entries;
    }

    private static Posting of(Cause cause, List<Entry> entries) {
        return new Posting(cause.reason(), cause.document(), cause.actor(), cause.at(), entries);
    }
}

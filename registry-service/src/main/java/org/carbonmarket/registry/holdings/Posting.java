package org.carbonmarket.registry.holdings;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.ledger.ChainedPosting;

/**
 * A double-entry posting: its entries sum to zero for each product, or it does not exist.
 *
 * @param document the reference of the document or trade that decided it
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
        Map<ProductCode, Long> sums = new HashMap<>();
        for (Entry entry : entries) {
            sums.merge(entry.product(), entry.tonnes(), Math::addExact);
        }
        if (sums.values().stream().anyMatch(sum -> sum != 0)) {
            throw new IllegalArgumentException("a posting sums to zero for each product");
        }
    }

    /** Who decided what, and when: everything of a posting but its entries. */
    public record Cause(PostingReason reason, String document, String actor, OffsetDateTime at) {}

    /** New tonnes come into being in an account's {@code available}. */
    public static Posting issue(
            Cause cause, AccountId account, ProductCode product, Tonnes tonnes) {
        return move(
                cause,
                Place.SystemAccount.ISSUANCE,
                new Place.Held(account, Bucket.AVAILABLE),
                product,
                tonnes);
    }

    /** Tonnes of one product from one place to another. */
    public static Posting move(
            Cause cause, Place from, Place to, ProductCode product, Tonnes tonnes) {
        return new Posting(
                cause.reason(),
                cause.document(),
                cause.actor(),
                cause.at(),
                List.of(
                        new Entry(from, product, Math.negateExact(tonnes.value())),
                        new Entry(to, product, tonnes.value())));
    }

    /**
     * An account's tonnes of one product become tonnes of another, by way of a system account that
     * then has what is gone of the one and owes what is there of the other.
     */
    public static Posting convert(
            Cause cause,
            Place.Held place,
            Place.SystemAccount by,
            ProductCode from,
            ProductCode to,
            Tonnes tonnes) {
        long size = tonnes.value();
        return new Posting(
                cause.reason(),
                cause.document(),
                cause.actor(),
                cause.at(),
                List.of(
                        new Entry(place, from, -size),
                        new Entry(by, from, size),
                        new Entry(by, to, -size),
                        new Entry(new Place.Held(place.account(), Bucket.AVAILABLE), to, size)));
    }
}

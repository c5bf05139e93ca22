package org.carbonmarket.settlement.funds;

import org.carbonmarket.ledger.ChainedEntry;
import org.jspecify.annotations.Nullable;

/**
 * One side of a posting.
 *
 * @param purpose whether it is the sum itself or a fee on it
 * @param fen positive into the place, negative out of it, never zero
 */
public record Entry(Place place, Purpose purpose, long fen) implements ChainedEntry {

    /** What an entry is for: statements show fees on lines of their own. */
    public enum Purpose {
        PRINCIPAL,
        FEE
    }

    public Entry {
        if (fen == 0) {
            throw new IllegalArgumentException("an entry moves at least one fen");
        }
    }

    static Entry principal(Place place, long fen) {
        return new Entry(place, Purpose.PRINCIPAL, fen);
    }

    static Entry fee(Place place, long fen) {
        return new Entry(place, Purpose.FEE, fen);
    }

    @Override
    public String placeName() {
        return switch (place) {
            case Place.Held(var account, _) -> account.value();
            case Place.SystemAccount system -> system.name();
        };
    }

    @Override
    public @Nullable String bucketName() {
        return switch (place) {
            case Place.Held(_, var bucket) -> bucket.name();
            case Place.SystemAccount _ -> null;
        };
    }

    @Override
    public String kindName() {
        return purpose.name();
    }

    @Override
    public long amount() {
        return fen;
    }
}

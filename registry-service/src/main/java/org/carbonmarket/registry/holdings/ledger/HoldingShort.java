package org.carbonmarket.registry.holdings.ledger;

import java.util.Locale;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.registry.holdings.Bucket;
import org.carbonmarket.registry.holdings.Shortage;

/** The answer to a request for more than a bucket holds. */
public final class HoldingShort {

    private HoldingShort() {}

    /** 409 {@code HOLDING_SHORT} with what is there and what was asked. */
    public static Refusal refusal(Shortage shortage) {
        return new Refusal(
                409,
                "HOLDING_SHORT",
                "tonnes",
                "%s %s is %d t, asked for were %d t."
                        .formatted(
                                shortage.holding().product(),
                                word(shortage.bucket()),
                                shortage.held(),
                                shortage.asked()));
    }

    private static String word(Bucket bucket) {
        return bucket.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

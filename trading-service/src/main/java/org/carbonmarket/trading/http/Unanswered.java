package org.carbonmarket.trading.http;

import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.trading.answers.Answer;

/** Requests that got no answer of the market to pass on. */
public final class Unanswered {

    private static final int UNAVAILABLE = 503;

    private Unanswered() {}

    /** Nothing was sent; the caller may try again. */
    public static Refusal of(Answer.Overloaded overloaded) {
        return new Refusal(
                UNAVAILABLE,
                "TOO_MANY_WAITING",
                null,
                "Too many requests wait for the market. Nothing was sent; try again.");
    }

    /** Whether it reached the market is open. */
    public static Refusal of(Answer.Unknown unknown) {
        return new Refusal(
                UNAVAILABLE,
                "MARKET_UNREACHABLE",
                null,
                "It is not known whether the request reached the market. Send an order again with"
                        + " the same Idempotency-Key; nothing happens twice.");
    }
}

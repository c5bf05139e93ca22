package org.carbonmarket.settlement.bank;

import java.util.List;
import org.carbonmarket.events.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * What became of payment orders.
 *
 * @param message the bank's number of the report
 * @param order the market's number of the order it is about
 */
public record PaymentStatusReport(String message, String order, List<Status> statuses) {

    public PaymentStatusReport {
        statuses = List.copyOf(statuses);
    }

    /**
     * Of one payment.
     *
     * @param withdrawal the payment's end-to-end name
     * @param amount as the bank repeats it, null when it does not
     */
    public record Status(String withdrawal, @Nullable Money amount, Outcome outcome) {}

    /** How far it is. */
    public sealed interface Outcome {

        /** On its way; nothing follows from it. */
        record Pending(String code) implements Outcome {}

        /** Paid, which is final. */
        record Paid(String bankReference) implements Outcome {}

        /** Not paid and never will be. */
        record Rejected(String reason) implements Outcome {}
    }
}

package org.carbonmarket.settlement.bank.withdrawals;

import java.util.List;

/**
 * What became of a payment status report.
 *
 * @param message the bank's number of it
 * @param order the payment order it is about
 */
record StatusesTaken(String message, String order, List<Line> payments) {

    StatusesTaken {
        payments = List.copyOf(payments);
    }

    /**
     * What became of one status.
     *
     * @param state what the withdrawal is now
     */
    record Line(String withdrawal, Outcome outcome, Withdrawal.State state) {}

    /** What can become of a status. */
    enum Outcome {
        /** It ended the withdrawal. */
        TAKEN,
        /** It is on its way, or was said before: nothing follows. */
        NOTED,
        /** It contradicts what the bank said before; nothing was booked, the alarm is raised. */
        CONTRADICTED
    }
}

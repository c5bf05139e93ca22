package org.carbonmarket.settlement.bank;

import org.carbonmarket.edge.problem.Refusal;

/**
 * Reads what the settlement bank says and writes what it is asked to do. A file is read whole or
 * refused whole: every reading method throws a {@link Refusal} that names each fault and where it
 * is.
 */
public interface BankMessages {

    /** What the bank credited to the client money account. */
    CreditNotification creditNotification(byte[] file);

    /** What became of payment orders. */
    PaymentStatusReport paymentStatuses(byte[] file);

    /** The bank's word about a day. */
    DayStatement dayStatement(byte[] file);

    /** A payment order as it goes to the bank. */
    byte[] written(PaymentOrder order);
}

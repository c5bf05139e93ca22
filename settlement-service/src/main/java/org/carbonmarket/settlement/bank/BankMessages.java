package org.carbonmarket.settlement.bank;

import org.carbonmarket.edge.problem.Refusal;

/**
 * Reads what the settlement bank says and writes what it is asked to do. A file is read whole or
 * refused whole: every method throws a {@link Refusal} that names each fault and where it is.
 */
public interface BankMessages {

    /** What the bank credited to the client money account. */
    CreditNotification creditNotification(byte[] file);
}

package org.carbonmarket.settlement.funds;

/** Where an account's money is. */
public enum Bucket {
    /** At the account's disposal. */
    AVAILABLE,
    /** Entrusted to markets; their engines say what it is used for. */
    IN_TRADING,
    /** Held for a withdrawal that waits for its approval. */
    FROZEN
}

package org.carbonmarket.reporting.reconciliation;

/** What must hold over all services. */
public enum Invariant {
    /** Per product, what was issued is in the registry's buckets, or surrendered. */
    I1,
    /** Money deposited less withdrawn is in settlement's buckets, fees included. */
    I2,
    /** At rest, what owners count as in trading is what the engines hold. */
    I3,
    /** Every trade ends exactly once; its figures are the same to everybody. */
    I4,
    /** No bucket is negative. */
    I5
}

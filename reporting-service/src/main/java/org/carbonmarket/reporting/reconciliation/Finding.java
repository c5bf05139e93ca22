package org.carbonmarket.reporting.reconciliation;

/**
 * Something that should not be.
 *
 * @param subject what it is about, such as {@code trade CN-17}
 * @param certainty whether events that are still on their way could explain it
 */
record Finding(
        Invariant invariant,
        String subject,
        String expected,
        String found,
        String evidence,
        Certainty certainty) {

    enum Certainty {
        /** No further event can heal it: it is a break. */
        CERTAIN,
        /**
         * Its cause may be an event of another topic that is not folded in yet: a break only when
         * it outlives everything that was published when it was seen.
         */
        SUSPECTED
    }

    static Finding certain(
            Invariant invariant, String subject, String expected, String found, String evidence) {
        return new Finding(invariant, subject, expected, found, evidence, Certainty.CERTAIN);
    }

    static Finding suspected(
            Invariant invariant, String subject, String expected, String found, String evidence) {
        return new Finding(invariant, subject, expected, found, evidence, Certainty.SUSPECTED);
    }

    boolean isCertain() {
        return certainty == Certainty.CERTAIN;
    }
}

package org.carbonmarket.registry.credits.serial;

import java.util.Comparator;

/**
 * Credits with consecutive serials that came from one batch and stand at one place.
 *
 * @param act number of the act that brought them there, which is their turn to leave it
 */
public record CreditBlock(SerialRange serials, Origin origin, Standing standing, long act) {

    /** First in, first out; within one act by serial. */
    public static final Comparator<CreditBlock> FIRST_IN =
            Comparator.comparingLong(CreditBlock::act).thenComparing(CreditBlock::serials);

    /** What credits were issued for; it never changes. */
    public record Origin(String project, String batch, int vintage) {}

    /** The same place, fewer serials. */
    CreditBlock cutTo(SerialRange part) {
        if (!serials.contains(part)) {
            throw new IllegalArgumentException(part + " is not of " + serials);
        }
        return new CreditBlock(part, origin, standing, act);
    }

    /** Some of the serials at another place. */
    CreditBlock moved(SerialRange part, Standing to, long byAct) {
        if (standing instanceof Standing.Retired) {
            throw new IllegalStateException(serials + " are retired");
        }
        return new CreditBlock(cutTo(part).serials(), origin, to, byAct);
    }
}

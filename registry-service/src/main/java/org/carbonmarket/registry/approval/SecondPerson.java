package org.carbonmarket.registry.approval;

import org.carbonmarket.edge.problem.Refusal;

/** What one person filed, another approves. */
public final class SecondPerson {

    private SecondPerson() {}

    /**
     * Refuses an approval by the one who filed.
     *
     * @param what names the thing in the sentence, such as "A batch"
     */
    public static void require(String filedBy, String approver, String what) {
        if (filedBy.equals(approver)) {
            throw new Refusal(
                    403,
                    "SAME_PERSON",
                    null,
                    what + " is approved by a person other than the one who filed it.");
        }
    }
}

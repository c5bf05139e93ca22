package org.carbonmarket.registry.emissions;

import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.edge.request.Fields;
import org.jspecify.annotations.Nullable;

/** What a verifier or the authority says of a report; a return says why. */
record Verdict(Outcome outcome, @Nullable String remark) {

    private static final int LONGEST_REMARK = 1_000;

    /** In favour, or sent back. */
    enum Outcome {
        CONFIRMED,
        RETURNED
    }

    Verdict checked() {
        if (outcome == Outcome.RETURNED && remark == null) {
            throw Refusal.unprocessable(
                    "REMARK_MISSING",
                    "remark",
                    "A report is returned with a remark that says why.");
        }
        return new Verdict(outcome, Fields.optionalText("remark", remark, LONGEST_REMARK));
    }
}

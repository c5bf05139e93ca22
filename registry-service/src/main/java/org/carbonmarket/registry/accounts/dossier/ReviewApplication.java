package org.carbonmarket.registry.accounts.dossier;

import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.edge.request.Fields;
import org.jspecify.annotations.Nullable;

/** An operator's review; a return says why. */
record ReviewApplication(Review.Outcome outcome, @Nullable String remark) {

    private static final int LONGEST_REMARK = 1_000;

    ReviewApplication checked() {
        if (outcome == Review.Outcome.RETURNED && remark == null) {
            throw Refusal.unprocessable(
                    "REMARK_MISSING", "remark", "An application is returned with a remark.");
        }
        return new ReviewApplication(
                outcome, Fields.optionalText("remark", remark, LONGEST_REMARK));
    }
}

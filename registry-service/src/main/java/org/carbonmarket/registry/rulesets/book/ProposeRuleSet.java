package org.carbonmarket.registry.rulesets.book;

import java.time.LocalDate;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.registry.rulesets.RuleSet;
import org.jspecify.annotations.Nullable;

/** A new version of a rule set, to be approved by another person. */
record ProposeRuleSet(LocalDate validFrom, @Nullable LocalDate validTo, RuleSet rules) {

    ProposeRuleSet checked() {
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw Refusal.unprocessable(
                    "VALIDITY_REVERSED",
                    "validTo",
                    "The last day of validity is before the first.");
        }
        return this;
    }
}

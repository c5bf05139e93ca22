package org.carbonmarket.trading.engine.model;

import java.util.function.Supplier;
import org.carbonmarket.events.trading.RejectionCode;
import org.jspecify.annotations.Nullable;

/** Why not. The wording is the engine's own affair. */
record No(RejectionCode code, @Nullable String field) {

    /** What stands for any wording. */
    static final String DETAIL = "";

    /** The first reason, in order. */
    @SafeVarargs
    static @Nullable No first(Supplier<@Nullable No>... rules) {
        for (Supplier<@Nullable No> rule : rules) {
            No no = rule.get();
            if (no != null) {
                return no;
            }
        }
        return null;
    }

    static @Nullable No unless(boolean kept, RejectionCode code, @Nullable String field) {
        return kept ? null : new No(code, field);
    }
}

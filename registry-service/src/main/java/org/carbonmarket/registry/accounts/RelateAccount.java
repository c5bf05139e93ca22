package org.carbonmarket.registry.accounts;

import static org.carbonmarket.edge.request.Fields.optionalText;

import org.jspecify.annotations.Nullable;

/** Who controls an account; absent when nobody controls others beside it. */
record RelateAccount(@Nullable String controlGroup) {

    private static final int LONGEST_GROUP = 60;

    @Nullable String checkedGroup() {
        return optionalText("controlGroup", controlGroup, LONGEST_GROUP);
    }
}

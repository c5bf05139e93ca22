package org.carbonmarket.registry.accounts;

import static org.carbonmarket.edge.request.Fields.optionalText;
import static org.carbonmarket.edge.request.Fields.text;

import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.registry.AccountEvent.SubjectKind;
import org.jspecify.annotations.Nullable;

/** An application for an account; a number is assigned when none is given. */
record OpenAccount(
        @Nullable AccountId account,
        String name,
        SubjectKind kind,
        @Nullable String province,
        @Nullable String sector,
        @Nullable String controlGroup) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORD = 60;

    Account.Subject subject() {
        return new Account.Subject(
                text("name", name, LONGEST_NAME),
                kind,
                optionalText("province", province, LONGEST_WORD),
                optionalText("sector", sector, LONGEST_WORD),
                optionalText("controlGroup", controlGroup, LONGEST_WORD));
    }
}

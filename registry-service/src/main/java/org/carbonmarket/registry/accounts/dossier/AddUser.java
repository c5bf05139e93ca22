package org.carbonmarket.registry.accounts.dossier;

import static org.carbonmarket.edge.request.Fields.text;

import java.util.Set;
import java.util.regex.Pattern;
import org.carbonmarket.edge.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A person who shall act for an account. */
record AddUser(
        String user, String name, Set<AccountUser.Power> powers, @Nullable Integer document) {

    private static final int LONGEST_NAME = 100;
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    AddUser checked() {
        if (!USER.matcher(user).matches()) {
            throw Refusal.unprocessable(
                    "FIELD_MALFORMED",
                    "user",
                    "A user is 1 to 64 letters, digits, dots, dashes or underscores.");
        }
        if (powers.isEmpty()) {
            throw Refusal.unprocessable(
                    "POWERS_MISSING", "powers", "A person who acts for an account has a power.");
        }
        return new AddUser(user, text("name", name, LONGEST_NAME), Set.copyOf(powers), document);
    }
}

package org.carbonmarket.events.quantity;

import java.util.regex.Pattern;

/**
 * The registry's account number, the one name of a subject in every service.
 *
 * @param value 2 to 32 capital letters, digits and inner dashes
 */
public record AccountId(String value) implements Comparable<AccountId> {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,30}[A-Z0-9]");

    public AccountId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an account is 2 to 32 capital letters, digits or inner dashes");
        }
    }

    public static AccountId of(String value) {
        return new AccountId(value);
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

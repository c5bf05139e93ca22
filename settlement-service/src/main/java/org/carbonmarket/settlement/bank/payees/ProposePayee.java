package org.carbonmarket.settlement.bank.payees;

import java.util.Locale;
import java.util.regex.Pattern;
import org.carbonmarket.edge.problem.Refusal;

/** The bank account that a participant wants to be paid to. */
record ProposePayee(String number, String bic) {

    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]{6,34}");
    private static final Pattern BIC =
            Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");

    ProposePayee checked() {
        return new ProposePayee(
                formed("number", number, NUMBER, "6 to 34 capital letters and digits"),
                formed("bic", bic, BIC, "a bank's code (BIC) of 8 or 11 characters"));
    }

    private static String formed(String field, String value, Pattern form, String words) {
        String compact = value.replace(" ", "").toUpperCase(Locale.ROOT);
        if (!form.matcher(compact).matches()) {
            throw Refusal.unprocessable(
                    "FIELD_MALFORMED", field, "The field " + field + " needs " + words + ".");
        }
        return compact;
    }
}

package org.carbonmarket.registry.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;

/** Reads one line's five columns and reports each that is malformed. */
final class LineReader {

    /** A billion tonnes: a fifth of the whole market's year, more than any unit. */
    static final long MOST_TONNES = 1_000_000_000;

    private static final int LONGEST_UNIT = 80;
    private static final int LONGEST_DOCUMENT = 120;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[1-9][0-9]{0,9}");

    private final long line;
    private final List<String> columns;
    private final List<LineError> errors = new ArrayList<>();

    LineReader(long line, List<String> columns) {
        this.line = line;
        this.columns = columns;
    }

    /** The line, when all of it is in form. */
    Optional<AllocationLine> read() {
        Optional<String> unit = text("unit", columns.get(0), LONGEST_UNIT);
        Optional<AccountId> account = code("account", columns.get(1), AccountId::of);
        Optional<ProductCode> product = code("product", columns.get(2), ProductCode::of);
        Optional<Tonnes> tonnes = tonnes(columns.get(3));
        Optional<String> document = text("document", columns.get(4), LONGEST_DOCUMENT);
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new AllocationLine(
                        line,
                        unit.orElseThrow(),
                        account.orElseThrow(),
                        product.orElseThrow(),
                        tonnes.orElseThrow(),
                        document.orElseThrow()));
    }

    List<LineError> errors() {
        return List.copyOf(errors);
    }

    private Optional<String> text(String column, String value, int longest) {
        if (value.isEmpty()
                || value.length() > longest
                || value.chars().anyMatch(Character::isISOControl)) {
            return refuse(
                    column,
                    "TEXT_MALFORMED",
                    "The %s needs 1 to %d printable characters.".formatted(column, longest));
        }
        return Optional.of(value);
    }

    private <T> Optional<T> code(String column, String value, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(value));
        } catch (IllegalArgumentException malformed) {
            return refuse(
                    column,
                    "CODE_MALFORMED",
                    "The %s needs 2 to 32 capital letters, digits or inner dashes."
                            .formatted(column));
        }
    }

    private Optional<Tonnes> tonnes(String value) {
        if (WHOLE_NUMBER.matcher(value).matches() && Long.parseLong(value) <= MOST_TONNES) {
            return Optional.of(Tonnes.of(Long.parseLong(value)));
        }
        return refuse(
                "tonnes",
                "TONNES_MALFORMED",
                "Tonnes are a whole number from 1 to " + MOST_TONNES + ".");
    }

    private <T> Optional<T> refuse(String column, String code, String reason) {
        errors.add(new LineError(line, column, code, reason));
        return Optional.empty();
    }
}

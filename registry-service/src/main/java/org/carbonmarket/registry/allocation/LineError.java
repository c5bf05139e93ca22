package org.carbonmarket.registry.allocation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.carbonmarket.edge.problem.Refusal;

/**
 * Why a line of the file cannot be taken.
 *
 * @param line the line of the file, the header being line 1
 * @param column the column's name
 * @param code a stable code
 * @param reason a sentence for the operator
 */
public record LineError(long line, String column, String code, String reason) {

    /**
     * Refuses a file with all of its errors, by line; with none it does nothing.
     *
     * @throws Refusal 422 {@code LINES_REFUSED}
     */
    public static void refuseAny(List<LineError> errors) {
        if (!errors.isEmpty()) {
            List<LineError> inOrder =
                    errors.stream().sorted(Comparator.comparingLong(LineError::line)).toList();
            throw new Refusal(
                    422,
                    "LINES_REFUSED",
                    null,
                    errors.size() + " errors; nothing was taken.",
                    Map.of("errors", inOrder));
        }
    }
}

package org.carbonmarket.settlement.bank;

import java.util.List;
import java.util.Map;
import org.carbonmarket.edge.problem.Refusal;

/**
 * One thing wrong with a bank's file.
 *
 * @param at where: {@code entry 3}
 * @param code stable, for programs
 * @param detail a sentence for people
 */
public record FileFault(String at, String code, String detail) {

    /** More than these help nobody. */
    private static final int SHOWN = 50;

    /**
     * Refuses the file with all its faults, when it has any.
     *
     * @throws Refusal 422 {@code BANK_FILE_REFUSED}
     */
    public static void refuseAny(List<FileFault> faults) {
        if (!faults.isEmpty()) {
            FileFault first = faults.getFirst();
            throw new Refusal(
                    422,
                    "BANK_FILE_REFUSED",
                    null,
                    "%d faults, the first at %s: %s Nothing was taken."
                            .formatted(faults.size(), first.at(), first.detail()),
                    Map.of("errors", faults.stream().limit(SHOWN).toList()));
        }
    }
}

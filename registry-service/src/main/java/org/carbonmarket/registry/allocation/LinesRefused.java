package org.carbonmarket.registry.allocation;

import java.util.Comparator;
import java.util.List;

/** A file or a preview has lines that cannot be posted; nothing was taken. */
final class LinesRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<LineError> errors;

    LinesRefused(List<LineError> errors) {
        super(errors.size() + " errors; nothing was taken.");
        this.errors = errors.stream().sorted(Comparator.comparingLong(LineError::line)).toList();
    }

    List<LineError> errors() {
        return errors;
    }
}

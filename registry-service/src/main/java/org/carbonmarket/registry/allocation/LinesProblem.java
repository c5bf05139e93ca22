package org.carbonmarket.registry.allocation;

import java.util.List;

/** The problem answer (RFC 9457) that carries every bad line of a file. */
record LinesProblem(
        String type, String title, int status, String code, String detail, List<LineError> errors) {

    static final int STATUS = 422;
    static final String MEDIA_TYPE = "application/problem+json";

    static LinesProblem of(LinesRefused refused) {
        return new LinesProblem(
                "about:blank",
                "Unprocessable Content",
                STATUS,
                "LINES_REFUSED",
                refused.errors().size() + " errors; nothing was taken.",
                refused.errors());
    }
}

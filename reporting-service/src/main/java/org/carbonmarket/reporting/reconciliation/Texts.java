package org.carbonmarket.reporting.reconciliation;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The written form in which the words of two services are compared. */
final class Texts {

    private static final Pattern SEPARATOR = Pattern.compile("\\|");

    private Texts() {}

    static String of(Object... parts) {
        return Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("|"));
    }

    /** One part of a written form. */
    static String part(String written, int index) {
        return SEPARATOR.splitAsStream(written).skip(index).findFirst().orElseThrow();
    }

    /** The same whichever comes first. */
    static @Nullable String least(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }
}

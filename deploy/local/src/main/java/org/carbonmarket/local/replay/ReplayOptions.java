package org.carbonmarket.local.replay;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.carbonmarket.local.PlatformFailure;
import org.jspecify.annotations.Nullable;

/**
 * How {@code ./market replay} is to run.
 *
 * @param file the record
 * @param from the first day to replay, the record's first when absent
 * @param to the last day to replay, the record's last when absent
 * @param fresh forget what is kept
 * @param stay keep the platform up at the end
 * @param killEvery seconds from one kill of a random process to the next, 0 for none
 */
public record ReplayOptions(
        Path file,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean fresh,
        boolean stay,
        int killEvery) {

    /** Reads the command line after {@code replay}. */
    public static ReplayOptions of(List<String> arguments) {
        Path file = null;
        LocalDate from = null;
        LocalDate to = null;
        boolean fresh = false;
        boolean stay = false;
        int killEvery = 0;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "--from" -> from = day(argument, rest);
                case "--to" -> to = day(argument, rest);
                case "--fresh" -> fresh = true;
                case "--stay" -> stay = true;
                case "--kill-every" -> killEvery = seconds(argument, rest);
                default -> file = file(argument, file);
            }
        }
        if (file == null) {
            throw new PlatformFailure(
                    "Name the record: ./market replay FILE [--from DAY] [--to DAY]");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new PlatformFailure("The day %s is before the day %s.".formatted(to, from));
        }
        return new ReplayOptions(file, from, to, fresh, stay, killEvery);
    }

    private static Path file(String argument, @Nullable Path named) {
        if (argument.startsWith("-") || named != null) {
            throw new PlatformFailure("Unknown option " + argument + ": see ./market help.");
        }
        return Path.of(argument);
    }

    private static LocalDate day(String option, Iterator<String> rest) {
        String text = value(option, rest);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw new PlatformFailure(
                    "%s takes a day such as 2021-07-16, not '%s'.".formatted(option, text),
                    malformed);
        }
    }

    private static int seconds(String option, Iterator<String> rest) {
        String text = value(option, rest);
        if (!text.matches("[1-9][0-9]{0,4}")) {
            throw new PlatformFailure(
                    "%s takes a number of seconds, not '%s'.".formatted(option, text));
        }
        return Integer.parseInt(text);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new PlatformFailure(option + " lacks its value.");
        }
        return rest.next();
    }
}

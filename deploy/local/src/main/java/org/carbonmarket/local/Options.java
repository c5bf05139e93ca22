package org.carbonmarket.local;

import java.util.List;

/**
 * How {@code ./market up} is to run.
 *
 * @param once stop after the day is checked
 * @param fresh forget what is kept
 */
record Options(boolean once, boolean fresh) {

    private static final String ONCE = "--once";
    private static final String FRESH = "--fresh";

    static Options of(List<String> arguments) {
        for (String argument : arguments) {
            if (!argument.equals(ONCE) && !argument.equals(FRESH)) {
                throw new PlatformFailure("Unknown option " + argument + ": see ./market help.");
            }
        }
        return new Options(arguments.contains(ONCE), arguments.contains(FRESH));
    }
}

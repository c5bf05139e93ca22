package org.carbonmarket.events.quantity;

/** The decimal form of fen: {@code 4800} is written {@code 48.00}. Exactly two decimals. */
final class Yuan {

    private static final int LONGEST = 20;

    private Yuan() {}

    static String format(long fen) {
        if (fen < 0) {
            throw new IllegalArgumentException("fen must not be negative: " + fen);
        }
        long cents = fen % 100;
        return fen / 100 + (cents < 10 ? ".0" : ".") + cents;
    }

    /**
     * Reads {@code 48}, {@code 48.0} and {@code 48.00}; refuses a third decimal, a sign, a blank.
     */
    static long parse(String yuan) {
        int point = yuan.indexOf('.');
        String whole = point < 0 ? yuan : yuan.substring(0, point);
        String cents = point < 0 ? "" : yuan.substring(point + 1);
        boolean wellFormed =
                yuan.length() <= LONGEST
                        && !whole.isEmpty()
                        && digitsOnly(whole)
                        && digitsOnly(cents)
                        && cents.length() <= 2
                        && (point < 0 || !cents.isEmpty());
        if (!wellFormed) {
            throw new IllegalArgumentException(
                    "not an amount in yuan with at most two decimals: '" + yuan + "'");
        }
        try {
            long fen = Math.multiplyExact(Long.parseLong(whole), 100L);
            return cents.isEmpty()
                    ? fen
                    : Math.addExact(fen, Long.parseLong(cents.length() == 1 ? cents + "0" : cents));
        } catch (ArithmeticException | NumberFormatException tooLarge) {
            throw new IllegalArgumentException("amount too large: '" + yuan + "'", tooLarge);
        }
    }

    private static boolean digitsOnly(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}

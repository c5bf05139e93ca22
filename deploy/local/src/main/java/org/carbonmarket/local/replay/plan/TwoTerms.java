package org.carbonmarket.local.replay.plan;

import java.util.Optional;

/**
 * Whole numbers {@code i} and {@code j} with {@code i a + j b = target}, both within bounds, and
 * their sum as well.
 *
 * @param a not negative
 * @param b not negative
 */
record TwoTerms(long a, long b, long target) {

    /** Both ends belong to it. */
    record Bounds(long least, long most) {

        boolean hold(long value) {
            return least <= value && value <= most;
        }
    }

    record Solution(long i, long j) {}

    /** The solution with the smallest {@code i}, if there is any. */
    Optional<Solution> within(Bounds first, Bounds second, Bounds sum) {
        if (target < 0) {
            return Optional.empty();
        }
        if (a == 0 || b == 0) {
            return degenerate(first, second, sum);
        }
        long divisor = gcd(a, b);
        if (target % divisor != 0) {
            return Optional.empty();
        }
        // i grows by the step, j falls by a / divisor: an arithmetic row of solutions.
        long step = b / divisor;
        long fall = a / divisor;
        long i = multiply(target / divisor % step, inverse(fall % step, step), step);
        long j = (target - Math.multiplyExact(i, a)) / b;
        long from = ceil(first.least() - i, step);
        long to = Math.floorDiv(first.most() - i, step);
        from = Math.max(from, ceil(j - second.most(), fall));
        to = Math.min(to, Math.floorDiv(j - second.least(), fall));
        return shifted(new Solution(i, j), new Solution(step, fall), new Bounds(from, to), sum);
    }

    /** The first of the row within {@code shifts} whose sum is within bounds. */
    private static Optional<Solution> shifted(Solution at, Solution by, Bounds shifts, Bounds sum) {
        long from = shifts.least();
        long to = shifts.most();
        long start = at.i() + at.j();
        long growth = by.i() - by.j();
        if (growth > 0) {
            from = Math.max(from, ceil(sum.least() - start, growth));
            to = Math.min(to, Math.floorDiv(sum.most() - start, growth));
        } else if (growth < 0) {
            from = Math.max(from, ceil(start - sum.most(), -growth));
            to = Math.min(to, Math.floorDiv(start - sum.least(), -growth));
        } else if (!sum.hold(start)) {
            return Optional.empty();
        }
        return from > to
                ? Optional.empty()
                : Optional.of(new Solution(at.i() + from * by.i(), at.j() - from * by.j()));
    }

    /** A term of weight zero only serves the sum. */
    private Optional<Solution> degenerate(Bounds first, Bounds second, Bounds sum) {
        if (b != 0) {
            return new TwoTerms(b, a, target)
                    .within(/* first= */ second, /* second= */ first, sum)
                    .map(turned -> new Solution(turned.j(), turned.i()));
        }
        if (a == 0 ? target != 0 : target % a != 0) {
            return Optional.empty();
        }
        long i = a == 0 ? first.least() : target / a;
        long j = Math.max(second.least(), sum.least() - i);
        if (a == 0 && j > second.most()) {
            i = Math.min(first.most(), i + j - second.most());
            j = second.most();
        }
        boolean fits = first.hold(i) && second.hold(j) && sum.hold(i + j);
        return fits ? Optional.of(new Solution(i, j)) : Optional.empty();
    }

    private static long ceil(long dividend, long divisor) {
        return Math.ceilDiv(dividend, divisor);
    }

    private static long gcd(long first, long second) {
        return second == 0 ? first : gcd(second, first % second);
    }

    /** Of prices' differences, so that no product of two leaves the range of a long. */
    private static long multiply(long first, long second, long modulus) {
        return Math.multiplyExact(first, second) % modulus;
    }

    /** The inverse of a number that has no common divisor with the modulus. */
    private static long inverse(long number, long modulus) {
        long previous = modulus;
        long rest = number;
        long previousFactor = 0;
        long factor = 1;
        while (rest != 0) {
            long quotient = previous / rest;
            long nextRest = previous - quotient * rest;
            long nextFactor = previousFactor - quotient * factor;
            previous = rest;
            rest = nextRest;
            previousFactor = factor;
            factor = nextFactor;
        }
        return Math.floorMod(previousFactor, modulus);
    }
}

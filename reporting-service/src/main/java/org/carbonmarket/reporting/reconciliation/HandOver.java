package org.carbonmarket.reporting.reconciliation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One handing over of value between its owner and an engine, by number: what the giving side said
 * and what the taking side said.
 */
record HandOver(Key key, String account, String item, Side given, Side taken) {

    /** What one side says, and how often it said so; the text is null when it said nothing. */
    record Side(@Nullable String said, int times) {

        static final Side SILENT = new Side(null, 0);

        Side and(Side other) {
            return new Side(Texts.least(said, other.said), Math.addExact(times, other.times));
        }
    }

    /** A number of the giving side. */
    record Key(Way way, String number) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int order = way.compareTo(other.way);
            return order == 0 ? number.compareTo(other.number) : order;
        }
    }

    /** From whom to whom, or in or out of the market. */
    enum Way {
        ALLOWANCES_INTO_TRADING("entrustment of allowances "),
        FUNDS_INTO_TRADING("entrustment of funds "),
        ALLOWANCES_OUT_OF_TRADING("release of allowances "),
        FUNDS_OUT_OF_TRADING("release of funds "),
        /** From nobody: what is told once only is told by both sides at once. */
        ISSUANCE("issuance by posting "),
        SURRENDER("surrender by posting "),
        DEPOSIT("deposit by bank reference "),
        WITHDRAWAL("withdrawal by bank reference ");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        boolean isIntoTrading() {
            return this == ALLOWANCES_INTO_TRADING || this == FUNDS_INTO_TRADING;
        }
    }

    HandOver and(HandOver other) {
        return new HandOver(
                key,
                account.compareTo(other.account) <= 0 ? account : other.account,
                item.compareTo(other.item) <= 0 ? item : other.item,
                given.and(other.given),
                taken.and(other.taken));
    }

    boolean isOnItsWay() {
        return given.times() == 1 && taken.times() == 0;
    }

    /** What is wrong with it. Given and not yet taken is in flight and no finding. */
    List<Finding> findings() {
        String subject = key.way().words + key.number();
        List<Finding> findings = new ArrayList<>();
        if (given.times() > 1) {
            findings.add(doubled(subject, "given", given.times()));
        }
        if (taken.times() > 1) {
            findings.add(doubled(subject, "taken", taken.times()));
        }
        if (given.times() == 0 && taken.times() > 0) {
            findings.add(
                    Finding.suspected(
                            Invariant.I3,
                            subject,
                            "given once",
                            "taken but never given",
                            String.valueOf(taken.said())));
        }
        if (given.times() > 0
                && taken.times() > 0
                && !String.valueOf(given.said()).equals(taken.said())) {
            findings.add(
                    Finding.certain(
                            Invariant.I3,
                            subject,
                            String.valueOf(given.said()),
                            String.valueOf(taken.said()),
                            "the two sides tell it differently"));
        }
        return findings;
    }

    private Finding doubled(String subject, String deed, int times) {
        return Finding.certain(
                Invariant.I3,
                subject,
                deed + " once",
                deed + " " + times + " times",
                "account " + account + ", " + item);
    }
}

package org.carbonmarket.reporting.reconciliation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.reporting.reconciliation.Movement.Kind;

/** One account's item: the buckets that its movements come to. Tonnes, or fen of money. */
final class AccountBook {

    private final String account;
    private final String item;
    private final Map<Kind, Long> sums = new EnumMap<>(Kind.class);

    AccountBook(String account, String item) {
        this.account = account;
        this.item = item;
    }

    void add(Kind kind, long amount) {
        sums.merge(kind, amount, Math::addExact);
    }

    long sum(Kind kind) {
        return sums.getOrDefault(kind, 0L);
    }

    String account() {
        return account;
    }

    String item() {
        return item;
    }

    long available() {
        return sum(Kind.BROUGHT) - sum(Kind.TAKEN_AWAY) - sum(Kind.ENTRUSTED) + sum(Kind.RETURNED);
    }

    long inTrading() {
        return sum(Kind.ENTRUSTED)
                - sum(Kind.RETURNED)
                - sum(Kind.LOCKED)
                + sum(Kind.UNDONE)
                + sum(Kind.SETTLED_TO);
    }

    long delivering() {
        return sum(Kind.LOCKED) - sum(Kind.UNDONE) - sum(Kind.SETTLED_AWAY);
    }

    /** What engines hold, of all markets together. */
    long inEngines() {
        return sum(Kind.CREDITED)
                - sum(Kind.RELEASED)
                + sum(Kind.TRADED_TO)
                - sum(Kind.TRADED_AWAY)
                + sum(Kind.FAILED_TO)
                - sum(Kind.FAILED_AWAY);
    }

    /**
     * I5. A side that had moved on what a failed trade takes back owes it, so may be below zero.
     */
    List<Finding> negatives() {
        List<Finding> findings = new ArrayList<>();
        notNegative(findings, "available", available());
        notNegative(findings, "inTrading", inTrading());
        notNegative(findings, "delivering", delivering());
        if (sum(Kind.FAILED_AWAY) == 0) {
            notNegative(findings, "engine", inEngines());
        }
        return findings;
    }

    private void notNegative(List<Finding> findings, String bucket, long amount) {
        if (amount < 0) {
            findings.add(
                    Finding.suspected(
                            Invariant.I5,
                            subject() + " " + bucket,
                            "at least 0",
                            written(item, amount),
                            sums.toString()));
        }
    }

    /** I3, for an item nothing of which is on its way. */
    List<Finding> atRest() {
        return inTrading() == inEngines()
                ? List.of()
                : List.of(
                        Finding.certain(
                                Invariant.I3,
                                subject(),
                                "engines hold " + written(item, inTrading()),
                                "engines hold " + written(item, inEngines()),
                                sums.toString()));
    }

    private String subject() {
        return "account " + account + " " + item;
    }

    static String written(String item, long amount) {
        if (!item.equals(Movement.MONEY)) {
            return amount + " t";
        }
        return (amount < 0 ? "-" : "") + Money.ofFen(Math.absExact(amount)) + " yuan";
    }
}

package org.carbonmarket.settlement.funds;

/** What an account holds, in fen; no bucket is ever below zero (invariant I5). */
public record Balance(long available, long inTrading, long frozen) {

    public static final Balance ZERO = new Balance(0, 0, 0);

    public Balance {
        if (available < 0 || inTrading < 0 || frozen < 0) {
            throw new IllegalArgumentException("no bucket holds less than nothing");
        }
    }

    public long in(Bucket bucket) {
        return switch (bucket) {
            case AVAILABLE -> available;
            case IN_TRADING -> inTrading;
            case FROZEN -> frozen;
        };
    }

    Balance after(Bucket bucket, long fen) {
        return switch (bucket) {
            case AVAILABLE -> new Balance(Math.addExact(available, fen), inTrading, frozen);
            case IN_TRADING -> new Balance(available, Math.addExact(inTrading, fen), frozen);
            case FROZEN -> new Balance(available, inTrading, Math.addExact(frozen, fen));
        };
    }
}

package org.carbonmarket.settlement.funds;

import org.carbonmarket.events.quantity.Money;

/** The written form of an entry's signed amount: {@code "-48.00"}. */
public final class SignedYuan {

    private SignedYuan() {}

    public static String of(long fen) {
        return fen < 0 ? "-" + Money.ofFen(Math.negateExact(fen)) : Money.ofFen(fen).toString();
    }
}

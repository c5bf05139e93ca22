package org.carbonmarket.trading.engine.model;

import java.math.BigInteger;
import org.carbonmarket.events.trading.Side;

/** An order, or a side of a block, from its entry on. */
final class ReferenceOrder {

    final long number;
    final ReferenceAccount account;
    final ReferenceProduct product;
    final Side side;
    long price;
    long quantity;
    long remaining;
    long amount;
    long fees;

    ReferenceOrder(
            long number,
            ReferenceAccount account,
            ReferenceProduct product,
            Side side,
            long price,
            long quantity) {
        this.number = number;
        this.account = account;
        this.product = product;
        this.side = side;
        this.price = price;
        this.quantity = quantity;
        this.remaining = quantity;
    }

    boolean buys() {
        return side == Side.BUY;
    }

    long filled() {
        return quantity - remaining;
    }

    /** What so much more at this price needs: its amount, and the fee that would still fall due. */
    BigInteger needs(ReferenceRules rules, long atPrice, long open) {
        BigInteger more = BigInteger.valueOf(atPrice).multiply(BigInteger.valueOf(open));
        BigInteger fee = rules.fee(more.add(BigInteger.valueOf(amount)));
        return more.add(fee).subtract(BigInteger.valueOf(fees));
    }

    /** The money a buy keeps reserved. */
    long reserved(ReferenceRules rules) {
        return buys() ? needs(rules, price, remaining).longValueExact() : 0;
    }

    /** Trades; returns the fee that falls due, at most {@code most}. */
    long trade(ReferenceRules rules, long tonnes, long fen, long most) {
        remaining -= tonnes;
        amount += fen;
        long fee = rules.fee(BigInteger.valueOf(amount)).longValueExact() - fees;
        fee = Math.min(fee, most);
        fees += fee;
        return fee;
    }
}

package org.carbonmarket.trading.engine;

import org.carbonmarket.events.trading.Side;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.positions.Accounts;
import org.carbonmarket.trading.engine.positions.Holding;
import org.carbonmarket.trading.engine.risk.MarketRules;
import org.carbonmarket.trading.engine.session.Product;
import org.carbonmarket.trading.engine.session.Products;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;

/**
 * An order that is not at its end, a listed one or a side of a block, with the value it keeps
 * reserved: a sell order its open tonnes, a buy order its open tonnes at its price and the fee that
 * would still fall due.
 */
final class OpenOrder {

    private final long number;
    private final Account account;
    private final Product product;
    private final Side side;
    private long turn;
    private long quantity;
    private long price;
    private long remaining;
    private long traded;
    private long fees;
    private long reserved;

    /**
     * An order as it comes in, nothing reserved yet.
     *
     * @param price in fen, the one it would be listed at
     */
    OpenOrder(long number, Account account, Product product, Side side, long price, long quantity) {
        this.number = number;
        this.turn = number;
        this.account = account;
        this.product = product;
        this.side = side;
        this.price = price;
        this.quantity = quantity;
        this.remaining = quantity;
    }

    long number() {
        return number;
    }

    /** The position of the command that gave it its place in time. */
    long turn() {
        return turn;
    }

    Account account() {
        return account;
    }

    Product product() {
        return product;
    }

    Side side() {
        return side;
    }

    long price() {
        return price;
    }

    long quantity() {
        return quantity;
    }

    long remaining() {
        return remaining;
    }

    /** The tonnes traded so far. */
    long filled() {
        return quantity - remaining;
    }

    /** The money it keeps reserved, in fen; 0 for a sell. */
    long reserved() {
        return reserved;
    }

    /** The amount traded so far, in fen. */
    long traded() {
        return traded;
    }

    /** What a buy of this size at this price takes, fee included, in fen. */
    static long cost(MarketRules rules, long price, long quantity) {
        long amount = Math.multiplyExact(price, quantity);
        return Math.addExact(amount, rules.feeOn(amount));
    }

    /** Takes what the order needs out of the account's free value. */
    void reserve(MarketRules rules) {
        Holding holding = account.holdingToChange(product.index());
        if (side == Side.SELL) {
            holding.reserve(remaining);
        } else {
            reserved = needed(rules, price, remaining);
            account.reserve(reserved);
            holding.buyOrdered(remaining);
        }
    }

    /** Gives back all the open rest keeps reserved. */
    void unreserve() {
        Holding holding = account.holdingToChange(product.index());
        if (side == Side.SELL) {
            holding.unreserve(remaining);
        } else {
            account.unreserve(reserved);
            reserved = 0;
            holding.buyEnded(remaining);
        }
    }

    /** Buys; returns the fee in fen. A better price than the order's frees the difference. */
    long buy(long tonnes, long amount, MarketRules rules) {
        long fee = charge(tonnes, amount, rules, Long.MAX_VALUE);
        long paid = Math.addExact(amount, fee);
        long needed = needed(rules, price, remaining);
        account.paid(paid);
        account.unreserve(Math.subtractExact(Math.subtractExact(reserved, needed), paid));
        reserved = needed;
        Holding holding = account.holdingToChange(product.index());
        holding.buyEnded(tonnes);
        holding.bought(tonnes);
        return fee;
    }

    /** Sells; returns the fee in fen, never more than the proceeds. */
    long sell(long tonnes, long amount, MarketRules rules) {
        long fee = charge(tonnes, amount, rules, amount);
        account.holdingToChange(product.index()).sold(tonnes);
        account.earned(Math.subtractExact(amount, fee));
        return fee;
    }

    private long charge(long tonnes, long amount, MarketRules rules, long most) {
        remaining = Math.subtractExact(remaining, tonnes);
        traded = Math.addExact(traded, amount);
        long fee = Math.min(Math.subtractExact(rules.feeOn(traded), fees), most);
        fees = Math.addExact(fees, fee);
        return fee;
    }

    /**
     * Takes new terms, and reserves what they need instead.
     *
     * @param newPrice in fen, the one it would be listed at
     * @param newQuantity in all, what has traded included
     */
    void replace(MarketRules rules, long newPrice, long newQuantity) {
        unreserve();
        remaining = Math.subtractExact(newQuantity, filled());
        quantity = newQuantity;
        price = newPrice;
        reserve(rules);
    }

    /** It goes to the end of the queue. */
    void loseTurn(long position) {
        turn = position;
    }

    /** What a buy must keep reserved for so much more at this price, in fen. */
    long needed(MarketRules rules, long atPrice, long open) {
        long amount = Math.multiplyExact(atPrice, open);
        long feeAtEnd = rules.feeOn(Math.addExact(traded, amount));
        return Math.addExact(amount, Math.subtractExact(feeAtEnd, fees));
    }

    void write(SnapshotWriter to) {
        to.int64(number);
        to.int64(turn);
        to.int32(account.index());
        to.int32(product.index());
        to.choice(side);
        to.int64(quantity);
        to.int64(price);
        to.int64(remaining);
        to.int64(traded);
        to.int64(fees);
        to.int64(reserved);
    }

    static OpenOrder read(Accounts accounts, Products products, SnapshotReader from) {
        long number = from.int64();
        long turn = from.int64();
        Account account = accounts.at(from.int32());
        Product product = products.at(from.int32());
        Side side = from.oneOf(Side.class);
        long quantity = from.int64();
        OpenOrder order = new OpenOrder(number, account, product, side, from.int64(), quantity);
        order.turn = turn;
        order.remaining = from.int64();
        order.traded = from.int64();
        order.fees = from.int64();
        order.reserved = from.int64();
        return order;
    }
}

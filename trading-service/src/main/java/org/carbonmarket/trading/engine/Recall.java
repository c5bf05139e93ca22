package org.carbonmarket.trading.engine;

import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.session.Product;
import org.jspecify.annotations.Nullable;

/**
 * What an owner of value called back and has not got in full yet.
 *
 * @param recall the owner's number of it
 * @param product what is called back; absent: money
 * @param outstanding tonnes, or fen, still to come
 */
record Recall(String recall, Account account, @Nullable Product product, long outstanding) {

    boolean isMoneyOf(Account other) {
        return product == null && account == other;
    }

    boolean isOf(Account other, Product wanted) {
        return product == wanted && account == other;
    }

    Recall less(long left) {
        return new Recall(recall, account, product, Math.subtractExact(outstanding, left));
    }
}

package org.carbonmarket.trading.engine.book;

/** Shown resting orders one by one; must not change the book meanwhile. */
@FunctionalInterface
public interface RestingOrderVisitor {

    /** One resting order; {@code remaining} is what it has left to trade. */
    void resting(long id, int owner, boolean buy, long price, long remaining);
}

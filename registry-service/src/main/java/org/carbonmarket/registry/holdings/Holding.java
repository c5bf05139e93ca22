package org.carbonmarket.registry.holdings;

import java.util.Comparator;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;

/** What one account has of one product; its natural order is the order in which rows are locked. */
public record Holding(AccountId account, ProductCode product) implements Comparable<Holding> {

    private static final Comparator<Holding> LOCK_ORDER =
            Comparator.comparing(Holding::account).thenComparing(Holding::product);

    @Override
    public int compareTo(Holding other) {
        return LOCK_ORDER.compare(this, other);
    }
}

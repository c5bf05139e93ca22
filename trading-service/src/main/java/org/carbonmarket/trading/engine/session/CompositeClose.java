package org.carbonmarket.trading.engine.session;

import java.time.LocalDate;
import java.util.List;
import org.carbonmarket.events.quantity.Price;

/**
 * The market's one closing price out of its products', the reference of a product listed next.
 *
 * <p>Market rules, Trading: the close of the first vintage; from 2023-08-28 the mean of all
 * vintages' closes, half up to the tick. Credits ({@code CCER}) are no vintage and do not count.
 */
public final class CompositeClose {

    /** The composite before any close: the national market's reference at its launch. */
    public static final Price AT_LAUNCH = Price.ofYuan("48.00");

    private static final LocalDate MEAN_OF_VINTAGES_FROM = LocalDate.of(2023, 8, 28);
    private static final String CREDITS = "CCER";

    private CompositeClose() {}

    /**
     * The composite after a day.
     *
     * @param products in the order they were listed, each with its close of the day
     * @param before the composite of the day before, kept when no vintage is listed
     */
    public static Price of(LocalDate day, List<Product> products, Price before) {
        List<Product> vintages =
                products.stream().filter(p -> !p.code().value().startsWith(CREDITS)).toList();
        if (vintages.isEmpty()) {
            return before;
        }
        if (day.isBefore(MEAN_OF_VINTAGES_FROM)) {
            return vintages.getFirst().close();
        }
        long sum = 0;
        for (Product vintage : vintages) {
            sum = Math.addExact(sum, vintage.close().fen());
        }
        long size = vintages.size();
        return Price.ofFen((2 * sum + size) / (2 * size));
    }
}

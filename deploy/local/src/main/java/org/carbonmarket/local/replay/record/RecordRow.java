package org.carbonmarket.local.replay.record;

import java.time.LocalDate;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.jspecify.annotations.Nullable;

/**
 * One product's day, or the composite's, as the record has it.
 *
 * @param line where it stands in the file, the heading being line 1
 * @param previousClose absent on a product's first day
 * @param prices absent on a composite's row without any; of a composite the close alone counts
 * @param cumulative since the product's first day, this day included
 */
public record RecordRow(
        long line,
        LocalDate day,
        ProductCode product,
        @Nullable Price previousClose,
        @Nullable Prices prices,
        Turnover listed,
        Turnover block,
        Turnover auction,
        Turnover total,
        Turnover cumulative) {

    /** The composite quote: it is published beside the products and is not traded. */
    public static final ProductCode COMPOSITE = ProductCode.of("COMCEA");

    /**
     * The day's prices.
     *
     * @param high absent without a listed trade
     * @param low absent without a listed trade
     */
    public record Prices(Price open, @Nullable Price high, @Nullable Price low, Price close) {}

    /** What names a row. */
    public record Key(LocalDate day, ProductCode product) {}

    public Key key() {
        return new Key(day, product);
    }

    public boolean isComposite() {
        return product.equals(COMPOSITE);
    }

    /** The prices of a product, which has always some. */
    public Prices quoted() {
        if (prices == null) {
            throw new IllegalStateException("line " + line + " has no prices");
        }
        return prices;
    }
}

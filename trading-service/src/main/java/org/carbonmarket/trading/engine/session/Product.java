package org.carbonmarket.trading.engine.session;

import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.trading.SessionEvent.ProductDay;
import org.carbonmarket.trading.engine.risk.Capacity;
import org.carbonmarket.trading.engine.risk.MarketRules;
import org.carbonmarket.trading.engine.risk.ProductRules;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;

/**
 * A product in this market: known when the registry first hands some of it over, listed by an
 * operator, open from the next opening on.
 */
public final class Product {

    private final int index;
    private final ProductCode code;
    private long held;
    private long close;
    private long previousClose;
    private boolean opened;
    private boolean halted;
    private long lowerLimit;
    private long upperLimit;
    private long lowerBlockLimit;
    private long upperBlockLimit;
    private long positionLimit;
    private ProductRules ownRules = ProductRules.NONE;
    private DayFigures figures = new DayFigures();

    Product(int index, ProductCode code) {
        this.index = index;
        this.code = code;
    }

    /** The small number that stands for the product. */
    public int index() {
        return index;
    }

    public ProductCode code() {
        return code;
    }

    /** Tonnes credited to this market less those released: what all accounts hold together. */
    public long held() {
        return held;
    }

    public void credited(long tonnes) {
        held = Math.addExact(held, tonnes);
    }

    public void released(long tonnes) {
        held = Math.subtractExact(held, tonnes);
    }

    public boolean isListed() {
        return close > 0;
    }

    /** Lists the product with the price its first limits are reckoned from. */
    public void list(Price reference) {
        close = reference.fen();
    }

    /** Whether the product has limits, from its first opening on. */
    public boolean isOpened() {
        return opened;
    }

    /** The last close, or the reference before there is one. Only for a listed product. */
    public Price close() {
        return Price.ofFen(close);
    }

    /** The close that the day's limits are reckoned from. Only for an opened product. */
    public Price previousClose() {
        return Price.ofFen(previousClose);
    }

    public Price lowerLimit() {
        return Price.ofFen(lowerLimit);
    }

    public Price upperLimit() {
        return Price.ofFen(upperLimit);
    }

    public Price lowerBlockLimit() {
        return Price.ofFen(lowerBlockLimit);
    }

    public Price upperBlockLimit() {
        return Price.ofFen(upperBlockLimit);
    }

    /** The most an account may hold today, in tonnes. Only for an opened product. */
    public long positionLimit() {
        return positionLimit;
    }

    /** Sets what applies to this product alone, from the next opening on. */
    public void setOwnRules(ProductRules rules) {
        ownRules = rules;
    }

    public DayFigures figures() {
        return figures;
    }

    public boolean isHalted() {
        return halted;
    }

    /** Halts or resumes. Tells whether that changed anything. */
    public boolean halt(boolean halt) {
        boolean changes = halted != halt;
        halted = halt;
        return changes;
    }

    /** A day opens: limits around the previous close, figures from zero. */
    public void openDay(MarketRules rules) {
        opened = true;
        previousClose = close;
        int band = ownRules.bandUnder(rules);
        int blockBand = ownRules.blockBandUnder(rules);
        lowerLimit = previousClose().lowerLimit(band).fen();
        upperLimit = upperLimit(band);
        lowerBlockLimit = previousClose().lowerLimit(blockBand).fen();
        upperBlockLimit = upperLimit(blockBand);
        positionLimit = ownRules.positionLimitUnder(rules);
        figures = new DayFigures();
    }

    private long upperLimit(int band) {
        return Math.min(previousClose().upperLimit(band).fen(), Capacity.PRICE);
    }

    /** The day ends: its average becomes the close the next day starts from. */
    public ProductDay closeDay() {
        Price before = previousClose();
        Price average = figures.average();
        Price open = figures.open();
        close = average == null ? previousClose : average.fen();
        return new ProductDay(
                code,
                before,
                open == null ? before : open,
                figures.high(),
                figures.low(),
                close(),
                figures.trades(),
                figures.volume(),
                figures.amount(),
                figures.listed().volume(),
                figures.listed().amount(),
                figures.block().isEmpty() ? null : figures.block().volume(),
                figures.block().isEmpty() ? null : figures.block().amount(),
                figures.auction().isEmpty() ? null : figures.auction().volume(),
                figures.auction().isEmpty() ? null : figures.auction().amount());
    }

    void write(SnapshotWriter to) {
        to.text(code.value());
        to.int64(held);
        to.int64(close);
        to.int64(previousClose);
        to.flag(opened);
        to.flag(halted);
        to.int64(lowerLimit);
        to.int64(upperLimit);
        to.int64(lowerBlockLimit);
        to.int64(upperBlockLimit);
        to.int64(positionLimit);
        ownRules.write(to);
        figures.write(to);
    }

    static Product read(int index, SnapshotReader from) {
        Product product = new Product(index, new ProductCode(from.text()));
        product.held = from.int64();
        product.close = from.int64();
        product.previousClose = from.int64();
        product.opened = from.flag();
        product.halted = from.flag();
        product.lowerLimit = from.int64();
        product.upperLimit = from.int64();
        product.lowerBlockLimit = from.int64();
        product.upperBlockLimit = from.int64();
        product.positionLimit = from.int64();
        product.ownRules = ProductRules.read(from);
        product.figures = DayFigures.read(from);
        return product;
    }
}

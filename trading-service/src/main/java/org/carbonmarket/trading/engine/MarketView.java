package org.carbonmarket.trading.engine;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.trading.engine.risk.MarketRules;
import org.jspecify.annotations.Nullable;

/**
 * What a market looks like at one position of its log. Immutable: the engine's thread makes it, any
 * thread may read it.
 *
 * @param position the newest command it reflects, -1 before the first
 * @param day the day that is on or was last; absent before the first opening
 * @param phasesBegun how many of the day's five phases have begun: 0 before the first opening, 5
 *     once the day is closed
 * @param phase {@code HALTED} while the whole market is halted within a day
 * @param uncleared the day whose clearing the next opening waits for; absent when there is none
 * @param compositeClose the reference of a product listed next
 * @param rules in force; {@code nextRules} come into force with the next opening
 */
public record MarketView(
        Market market,
        long position,
        @Nullable LocalDate day,
        int phasesBegun,
        Phase phase,
        @Nullable LocalDate uncleared,
        Price compositeClose,
        MarketRules rules,
        MarketRules nextRules,
        List<ListedProduct> products,
        List<AnnouncedAuction> auctions) {

    public MarketView {
        products = List.copyOf(products);
        auctions = List.copyOf(auctions);
    }

    /**
     * A product that is listed here.
     *
     * @param reference its last close, or its first reference price
     * @param lowerLimit of the day; absent before its first opening, as is {@code upperLimit}
     */
    public record ListedProduct(
            ProductCode product,
            Price reference,
            @Nullable Price lowerLimit,
            @Nullable Price upperLimit,
            boolean halted) {}

    /**
     * An auction that has not ended.
     *
     * @param closesAt when its bids are to be opened
     */
    public record AnnouncedAuction(OrderId auction, OffsetDateTime closesAt, String sealingKey) {}
}

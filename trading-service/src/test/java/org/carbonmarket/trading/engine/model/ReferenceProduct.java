package org.carbonmarket.trading.engine.model;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.SessionEvent.ProductDay;
import org.carbonmarket.events.trading.TradingMethod;
import org.jspecify.annotations.Nullable;

/** A product with its limits and the figures of its day. */
final class ReferenceProduct {

    private static final long HIGHEST = 1_000_000;

    /** Trades by one method. */
    static final class Figures {
        long trades;
        long volume;
        long amount;

        void count(long sign, long tonnes, long fen) {
            trades += sign;
            volume += sign * tonnes;
            amount += sign * fen;
        }
    }

    final ProductCode code;
    final Map<TradingMethod, Figures> figures = new EnumMap<>(TradingMethod.class);
    long close;
    long previousClose;
    boolean opened;
    boolean halted;
    long lower;
    long upper;
    long lowerBlock;
    long upperBlock;
    long positionLimit;
    @Nullable Integer ownBand;
    @Nullable Integer ownBlockBand;
    @Nullable Tonnes ownLimit;
    long open;
    long high;
    long low;
    long last;

    ReferenceProduct(ProductCode code) {
        this.code = code;
        openFigures();
    }

    boolean isListed() {
        return close > 0;
    }

    void openDay(ReferenceRules rules) {
        opened = true;
        previousClose = close;
        int band = ownBand == null ? rules.band() : ownBand;
        int blockBand = ownBlockBand == null ? rules.blockBand() : ownBlockBand;
        lower = limit(-band);
        upper = Math.min(limit(band), HIGHEST);
        lowerBlock = limit(-blockBand);
        upperBlock = Math.min(limit(blockBand), HIGHEST);
        positionLimit = ownLimit == null ? rules.positionLimit() : ownLimit.value();
        openFigures();
    }

    private void openFigures() {
        open = 0;
        high = 0;
        low = 0;
        last = 0;
        for (TradingMethod method : TradingMethod.values()) {
            figures.put(method, new Figures());
        }
    }

    /** Half up to the fen. */
    private long limit(int change) {
        return (previousClose * (10_000 + change) * 2 + 10_000) / 20_000;
    }

    Figures figures(TradingMethod method) {
        return figures.getOrDefault(method, new Figures());
    }

    void traded(TradingMethod method, long price, long tonnes) {
        figures(method).count(1, tonnes, price * tonnes);
        if (method == TradingMethod.LISTED) {
            open = open == 0 ? price : open;
            high = Math.max(high, price);
            low = low == 0 ? price : Math.min(low, price);
            last = price;
        }
    }

    /** Half up to the fen; 0 without a listed trade. */
    long average() {
        Figures listed = figures(TradingMethod.LISTED);
        if (listed.trades == 0) {
            return 0;
        }
        BigInteger volume = BigInteger.valueOf(listed.volume);
        return BigInteger.valueOf(listed.amount)
                .shiftLeft(1)
                .add(volume)
                .divide(volume.shiftLeft(1))
                .longValueExact();
    }

    ProductDay closeDay() {
        long average = average();
        close = average == 0 ? previousClose : average;
        Figures listed = figures(TradingMethod.LISTED);
        Figures block = figures(TradingMethod.BLOCK);
        Figures auction = figures(TradingMethod.AUCTION);
        return new ProductDay(
                code,
                Price.ofFen(previousClose),
                Price.ofFen(open == 0 ? previousClose : open),
                price(high),
                price(low),
                Price.ofFen(close),
                listed.trades + block.trades + auction.trades,
                Tonnes.of(listed.volume + block.volume + auction.volume),
                Money.ofFen(listed.amount + block.amount + auction.amount),
                Tonnes.of(listed.volume),
                Money.ofFen(listed.amount),
                block.trades == 0 ? null : Tonnes.of(block.volume),
                block.trades == 0 ? null : Money.ofFen(block.amount),
                auction.trades == 0 ? null : Tonnes.of(auction.volume),
                auction.trades == 0 ? null : Money.ofFen(auction.amount));
    }

    static @Nullable Price price(long fen) {
        return fen == 0 ? null : Price.ofFen(fen);
    }
}

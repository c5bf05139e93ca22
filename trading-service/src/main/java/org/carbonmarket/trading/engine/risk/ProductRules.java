package org.carbonmarket.trading.engine.risk;

import org.carbonmarket.events.marketlog.MarketCommand.SetProductRules;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;
import org.jspecify.annotations.Nullable;

/**
 * What an operator set for one product apart from the market's rules; {@link #MARKETS} stands for
 * "as the market".
 *
 * @param band price limit of listed trading in hundredths of a percent
 * @param blockBand price limit of block trading, likewise
 * @param positionLimit the most an account may hold, in tonnes
 */
public record ProductRules(int band, int blockBand, long positionLimit) {

    private static final int MARKETS = -1;

    /** A product under the market's rules alone. */
    public static final ProductRules NONE = new ProductRules(MARKETS, MARKETS, MARKETS);

    /** The rules a command sets; they replace what was set before. */
    public static ProductRules of(SetProductRules command) {
        Integer band = command.band();
        Integer blockBand = command.blockBand();
        Tonnes positionLimit = command.positionLimit();
        return new ProductRules(
                band == null ? MARKETS : band,
                blockBand == null ? MARKETS : blockBand,
                positionLimit == null ? MARKETS : positionLimit.value());
    }

    /**
     * The first rule of a command that cannot be applied, by name; null when all are sound. A value
     * that stands for nothing here is none that could be set.
     */
    public static @Nullable String fault(SetProductRules command) {
        Tonnes positionLimit = command.positionLimit();
        if (!isBand(command.band())) {
            return "band";
        }
        if (!isBand(command.blockBand())) {
            return "blockBand";
        }
        boolean isTooHigh = positionLimit != null && positionLimit.value() > Capacity.TONNES;
        return isTooHigh ? "positionLimit" : null;
    }

    private static boolean isBand(@Nullable Integer band) {
        return band == null || (band >= 1 && band <= MarketRules.WIDEST_BAND);
    }

    /** The price limit of listed trading under a market's rules. */
    public int bandUnder(MarketRules rules) {
        return band == MARKETS ? rules.band() : band;
    }

    /** The price limit of block trading under a market's rules. */
    public int blockBandUnder(MarketRules rules) {
        return blockBand == MARKETS ? rules.blockBand() : blockBand;
    }

    /** The position limit under a market's rules. */
    public long positionLimitUnder(MarketRules rules) {
        return positionLimit == MARKETS ? rules.positionLimit() : positionLimit;
    }

    public void write(SnapshotWriter to) {
        to.int32(band);
        to.int32(blockBand);
        to.int64(positionLimit);
    }

    public static ProductRules read(SnapshotReader from) {
        return new ProductRules(from.int32(), from.int32(), from.int64());
    }
}

package org.carbonmarket.trading.engine.risk;

import org.carbonmarket.events.marketlog.MarketCommand.SetProductRules;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;

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

    /** The rules a command sets; it replaces what was set before. */
    public static ProductRules of(SetProductRules command) {
        Integer band = command.band();
        Integer blockBand = command.blockBand();
        Tonnes positionLimit = command.positionLimit();
        return new ProductRules(
                band == null ? MARKETS : band,
                blockBand == null ? MARKETS : blockBand,
                positionLimit == null ? MARKETS : positionLimit.value());
    }

    /** Whether a command's rules can be applied at all. */
    public static boolean areSound(SetProductRules command) {
        Integer band = command.band();
        Integer blockBand = command.blockBand();
        Tonnes positionLimit = command.positionLimit();
        return (band == null || MarketRules.isBand(band))
                && (blockBand == null || MarketRules.isBand(blockBand))
                && (positionLimit == null || positionLimit.value() <= Capacity.TONNES);
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

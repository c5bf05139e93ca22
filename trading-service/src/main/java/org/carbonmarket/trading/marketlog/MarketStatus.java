package org.carbonmarket.trading.marketlog;

import java.time.LocalDate;
import java.util.List;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.trading.engine.MarketView.AnnouncedAuction;
import org.jspecify.annotations.Nullable;

/**
 * Where a market stands.
 *
 * @param live whether the engine has caught up with what was published before it started
 * @param position the last command whose outputs are published, -1 when none
 * @param day the current or last trading day, absent before the first
 * @param step how many phases of {@code day} have begun, 0 to 5
 * @param phase what is shown: {@code HALTED} during a halt of the market
 * @param uncleared the closed day whose clearing the next opening waits for, absent when none is
 * @param auctions those announced and not ended
 */
public record MarketStatus(
        Market market,
        boolean live,
        long position,
        @Nullable LocalDate day,
        int step,
        Phase phase,
        @Nullable LocalDate uncleared,
        List<AnnouncedAuction> auctions) {

    public MarketStatus {
        auctions = List.copyOf(auctions);
    }
}

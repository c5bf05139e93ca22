package org.carbonmarket.events.settlement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.topic.MarketScoped;
import org.carbonmarket.events.topic.PublishedEvent;

/** The clearing of trading days. */
public sealed interface DayEvent extends PublishedEvent, MarketScoped {

    LocalDate day();

    @Override
    default String key() {
        return market().name();
    }

    /** Every trade of the day is final and the totals agree: the next day may open. */
    record TradingDayCleared(
            Market market,
            LocalDate day,
            long trades,
            long settled,
            long failed,
            Tonnes volume,
            Money amount,
            Money fees,
            OffsetDateTime at)
            implements DayEvent {}

    /** Settlement's totals differ from trading's; the next day stays shut. */
    record ClearingBroken(Market market, LocalDate day, List<String> breaks, OffsetDateTime at)
            implements DayEvent {

        public ClearingBroken {
            breaks = List.copyOf(breaks);
        }
    }
}

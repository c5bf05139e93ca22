package org.carbonmarket.settlement.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.settlement.DayEvent;
import org.carbonmarket.events.settlement.DayEvent.ClearingBroken;
import org.carbonmarket.events.settlement.DayEvent.TradingDayCleared;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.settlement.clearing.TradingDay.State;
import org.jboss.logging.Logger;

/**
 * Clears a day once: when every trade up to its last is final, settlement's totals are compared
 * with trading's. Equal, the next day may open; different, the day is broken and stays so until an
 * operator runs the clearing again.
 */
@ApplicationScoped
@Transactional
public class Clearing {

    private static final Logger LOG = Logger.getLogger(Clearing.class);

    private final DayTable days;
    private final Outbox outbox;
    private final BusinessClock clock;

    Clearing(DayTable days, Outbox outbox, BusinessClock clock) {
        this.days = days;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Clears the closed days of a market whose trades are all final.
     *
     * @param nextTrade the next trade to be paid: all before it are final
     */
    public void clearWhatIsFinal(Market market, long nextTrade) {
        days.closedBefore(market, nextTrade).forEach(this::clear);
    }

    /** Trading closed a day. */
    public void close(TradingDayClosed closed) {
        days.close(closed);
    }

    TradingDay show(Market market, LocalDate day) {
        return days.find(market, day).orElse(TradingDay.open(market, day));
    }

    /** An operator asks to clear a broken day again, after a correction. */
    TradingDay clearAgain(Market market, LocalDate day) {
        TradingDayClosed closed =
                days.closing(market, day)
                        .orElseThrow(() ->
                                Refusal.conflict(
                                        "DAY_NOT_CLOSED",
                                        "Trading has not closed " + day + " yet."));
        if (show(market, day).state() == State.BROKEN) {
            clear(closed);
        }
        return show(market, day);
    }

    private void clear(TradingDayClosed closed) {
        DayTotals totals = days.totals(closed);
        List<String> breaks = totals.breaksAgainst(closed);
        OffsetDateTime now = clock.now();
        days.decide(closed, totals, breaks, now);
        if (!breaks.isEmpty()) {
            LOG.errorf("%s %s does not clear: %s", closed.market(), closed.day(), breaks);
        }
        outbox.publish(outcome(closed, totals, breaks, now));
    }

    private static DayEvent outcome(
            TradingDayClosed closed, DayTotals totals, List<String> breaks, OffsetDateTime now) {
        return breaks.isEmpty()
                ? new TradingDayCleared(
                        closed.market(),
                        closed.day(),
                        totals.trades(),
                        totals.settled(),
                        totals.failed(),
                        totals.volume(),
                        totals.amount(),
                        totals.fees(),
                        now)
                : new ClearingBroken(closed.market(), closed.day(), breaks, now);
    }
}

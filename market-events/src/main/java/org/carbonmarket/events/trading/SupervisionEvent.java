package org.carbonmarket.events.trading;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.topic.MarketScoped;
import org.carbonmarket.events.topic.PublishedEvent;
import org.jspecify.annotations.Nullable;

/** For those who run and watch the market: answers to operators, alerts with their evidence. */
public sealed interface SupervisionEvent extends PublishedEvent, MarketScoped {

    @Override
    default String key() {
        return market().name();
    }

    /** What an alert suspects. */
    enum AlertKind {
        /** Trades among accounts under one control. */
        WASH_TRADE,
        /** Large orders on one side, cancelled again and again. */
        LAYERING,
        /** Trades shortly before the close that moved the closing price. */
        MARKING_THE_CLOSE,
        /** One account's share of a product's day above a threshold. */
        CONCENTRATION
    }

    /**
     * The answer to an operator's request that was done.
     *
     * @param number of what the request made, such as an auction; absent when it made nothing new
     */
    record RequestDone(Market market, String command, @Nullable OrderId number, OffsetDateTime at)
            implements SupervisionEvent {}

    /** The answer to an operator's request that was refused; nothing changed. */
    record RequestRefused(
            Market market,
            String command,
            RejectionCode code,
            @Nullable String field,
            String detail,
            OffsetDateTime at)
            implements SupervisionEvent {}

    /**
     * Something looks wrong; people decide.
     *
     * @param alert the alert's number, gapless per market from 1
     * @param accounts who did it
     * @param evidence order and trade numbers and figures, one sentence each
     */
    record AlertRaised(
            Market market,
            long alert,
            LocalDate day,
            AlertKind kind,
            ProductCode product,
            List<AccountId> accounts,
            List<String> evidence,
            OffsetDateTime at)
            implements SupervisionEvent {

        public AlertRaised {
            accounts = List.copyOf(accounts);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * An account's position reached the reporting share of its limit.
     *
     * @param tonnes everything it holds of the product in this market
     */
    record LargePositionReported(
            Market market,
            LocalDate day,
            AccountId account,
            ProductCode product,
            Tonnes tonnes,
            Tonnes limit,
            OffsetDateTime at)
            implements SupervisionEvent {}
}

package org.carbonmarket.events.marketlog;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.topic.MarketScoped;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * An input of a market's engine. Time comes in {@link #at()}; the engine knows no other clock.
 *
 * <p>Two families: what people ask for carries a {@code command} number that its one answer
 * repeats; facts of the registry and of settlement carry the {@link SourcePosition} they were read
 * at, so that a fact bridged twice counts once.
 */
public sealed interface MarketCommand extends PublishedEvent, MarketScoped {

    @Override
    default String key() {
        return market().name();
    }

    /**
     * Where a fact was published.
     *
     * @param topic the Kafka topic
     * @param partition its partition
     * @param sequence the event's gapless sequence there
     */
    record SourcePosition(String topic, int partition, long sequence) {}

    /** A fact from another service. */
    sealed interface Fact extends MarketCommand {
        SourcePosition source();
    }

    /** Something a participant or operator asks for. */
    sealed interface Request extends MarketCommand {
        /** Unique per request; the answer carries it. */
        String command();
    }

    /**
     * Enter a listed order. Its order number is this command's position on the log.
     *
     * @param price in yuan per tonne
     * @param listing the resting listing a taker names at the best price; absent for time order
     * @param idempotencyKey unique per account and trading day; absent when the caller gave none
     * @param bodyDigest digest of the request's body, to tell a retry from a reused key
     */
    record PlaceOrder(
            Market market,
            String command,
            AccountId account,
            ProductCode product,
            Side side,
            Price price,
            Tonnes quantity,
            TimeInForce timeInForce,
            @Nullable OrderId listing,
            @Nullable String idempotencyKey,
            @Nullable String bodyDigest,
            OffsetDateTime at)
            implements Request {}

    /** Cancel an open order of the account. */
    record CancelOrder(
            Market market, String command, AccountId account, OrderId order, OffsetDateTime at)
            implements Request {}

    /** Let go of sellable allowances, back to the registry. */
    record ReleaseAllowances(
            Market market,
            String command,
            AccountId account,
            ProductCode product,
            Tonnes tonnes,
            OffsetDateTime at)
            implements Request {}

    /** Let go of free, settled money, back to settlement. */
    record ReleaseFunds(
            Market market, String command, AccountId account, Money amount, OffsetDateTime at)
            implements Request {}

    /**
     * Trade a product from the next opening on. Listing it again changes nothing.
     *
     * @param referencePrice absent: the market's composite close of the day before
     */
    record ListProduct(
            Market market,
            String command,
            ProductCode product,
            @Nullable Price referencePrice,
            OffsetDateTime at)
            implements Request {}

    /** Stop trading a product, or the whole market when none is named. */
    record Halt(
            Market market,
            String command,
            @Nullable ProductCode product,
            String reason,
            OffsetDateTime at)
            implements Request {}

    /** End a halt. */
    record Resume(
            Market market,
            String command,
            @Nullable ProductCode product,
            String reason,
            OffsetDateTime at)
            implements Request {}

    /** The calendar says this phase begins. A phase already reached or passed changes nothing. */
    record EnterPhase(Market market, LocalDate day, Phase phase, OffsetDateTime at)
            implements MarketCommand {}

    /**
     * The rules in force from the next opening on.
     *
     * @param band price limit of listed trading in hundredths of a percent; 1000 is 10 %
     * @param largestOrder the largest listed order in tonnes
     * @param feePerMillion the fee of each side in millionths of the amount
     * @param smallestFee the least fee of an order that traded
     * @param positionLimit the most an account may hold of a product in this market
     */
    record SetRules(
            Market market,
            String command,
            int band,
            Tonnes largestOrder,
            int feePerMillion,
            Money smallestFee,
            Tonnes positionLimit,
            OffsetDateTime at)
            implements Request {}

    /** The registry recorded an account's state. */
    record RecordAccount(
            Market market,
            SourcePosition source,
            AccountId account,
            long version,
            AccountState state,
            OffsetDateTime at)
            implements Fact {}

    /** The registry handed over allowances. */
    record CreditAllowances(
            Market market,
            SourcePosition source,
            String entrustment,
            AccountId account,
            ProductCode product,
            Tonnes tonnes,
            OffsetDateTime at)
            implements Fact {}

    /** Settlement handed over money. */
    record CreditFunds(
            Market market,
            SourcePosition source,
            String entrustment,
            AccountId account,
            Money amount,
            OffsetDateTime at)
            implements Fact {}

    /** A trade is settled: the seller's proceeds may leave now. */
    record ConfirmSettlement(Market market, SourcePosition source, TradeId trade, OffsetDateTime at)
            implements Fact {}

    /** A trade failed: value goes back on both sides. */
    record UndoTrade(
            Market market, SourcePosition source, TradeId trade, String cause, OffsetDateTime at)
            implements Fact {}

    /** A day is cleared: the next one may open. */
    record ConfirmClearing(Market market, SourcePosition source, LocalDate day, OffsetDateTime at)
            implements Fact {}
}

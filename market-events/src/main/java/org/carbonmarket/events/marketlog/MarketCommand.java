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
    sealed interface Fact extends MarketCommand
            permits RecordAccount,
                    CreditAllowances,
                    CreditFunds,
                    RecallAllowances,
                    RecallFunds,
                    ConfirmSettlement,
                    UndoTrade,
                    ConfirmClearing {
        SourcePosition source();
    }

    /** Something a participant or operator asks for. */
    sealed interface Request extends MarketCommand
            permits PlaceOrder,
                    CancelOrder,
                    ReplaceOrder,
                    CancelAllOrders,
                    ReleaseAllowances,
                    ReleaseFunds,
                    BlockCommand,
                    AuctionCommand,
                    ListProduct,
                    Halt,
                    Resume,
                    SetRules,
                    SetProductRules,
                    VoidTrade {
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

    /**
     * Change an open order. A new price or a larger quantity loses its place in time; a smaller
     * quantity keeps it. The order keeps its number.
     *
     * @param price the new price; absent: as it is
     * @param quantity the new quantity in all, what has traded included; absent: as it is
     */
    record ReplaceOrder(
            Market market,
            String command,
            AccountId account,
            OrderId order,
            @Nullable Price price,
            @Nullable Tonnes quantity,
            OffsetDateTime at)
            implements Request {}

    /** Cancel every open listed order of the account, or those of one product when it is named. */
    record CancelAllOrders(
            Market market,
            String command,
            AccountId account,
            @Nullable ProductCode product,
            OffsetDateTime at)
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
     * @param blockBand price limit of block trading, as {@code band}; absent: as it is
     * @param smallestBlock the smallest block trade in tonnes; absent: as it is
     * @param largePosition from which share of the position limit on, in hundredths of a percent, a
     *     position is reported; absent: as it is
     */
    record SetRules(
            Market market,
            String command,
            int band,
            Tonnes largestOrder,
            int feePerMillion,
            Money smallestFee,
            Tonnes positionLimit,
            @Nullable Integer blockBand,
            @Nullable Tonnes smallestBlock,
            @Nullable Integer largePosition,
            OffsetDateTime at)
            implements Request {}

    /**
     * Rules of one product that differ from the market's, from the next opening on.
     *
     * @param band price limit of listed trading in hundredths of a percent; absent: the market's
     * @param blockBand price limit of block trading; absent: the market's
     * @param positionLimit the most an account may hold; absent: the market's
     */
    record SetProductRules(
            Market market,
            String command,
            ProductCode product,
            @Nullable Integer band,
            @Nullable Integer blockBand,
            @Nullable Tonnes positionLimit,
            OffsetDateTime at)
            implements Request {}

    /**
     * Void a trade for force majeure or error: both legs are reversed.
     *
     * @param proposedBy the operator who asked for it
     * @param approvedBy another operator, who approved it
     */
    record VoidTrade(
            Market market,
            String command,
            TradeId trade,
            String reason,
            String proposedBy,
            String approvedBy,
            OffsetDateTime at)
            implements Request {}

    /**
     * The registry recorded an account's state.
     *
     * @param controlGroup accounts under one control, for surveillance; absent when unrelated
     */
    record RecordAccount(
            Market market,
            SourcePosition source,
            AccountId account,
            long version,
            AccountState state,
            @Nullable String controlGroup,
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

    /**
     * The registry calls allowances back. Open sell orders of the product are cancelled as far as
     * needed; what cannot leave yet follows when it can.
     *
     * @param recall the registry's number of this recall
     */
    record RecallAllowances(
            Market market,
            SourcePosition source,
            String recall,
            AccountId account,
            ProductCode product,
            Tonnes tonnes,
            OffsetDateTime at)
            implements Fact {}

    /** Settlement calls money back, as {@link RecallAllowances} for funds. */
    record RecallFunds(
            Market market,
            SourcePosition source,
            String recall,
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

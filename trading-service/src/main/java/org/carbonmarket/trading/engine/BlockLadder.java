package org.carbonmarket.trading.engine;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.carbonmarket.events.marketlog.BlockCommand.ConfirmBlock;
import org.carbonmarket.events.marketlog.BlockCommand.CounterBlock;
import org.carbonmarket.events.marketlog.BlockCommand.OfferBlock;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.positions.Holding;
import org.carbonmarket.trading.engine.risk.Capacity;
import org.carbonmarket.trading.engine.risk.Refusal;
import org.carbonmarket.trading.engine.session.Product;
import org.jspecify.annotations.Nullable;

/**
 * What a step of block trading must pass before it is taken (market rules, Trading, "Block"), in
 * one fixed order; the first rung that says no gives the answer. Idempotency keys are answered
 * before.
 *
 * <ol>
 *   <li>account active
 *   <li>the afternoon's open phase
 *   <li>product known here; or the offer it speaks of stands, for this account to take
 *   <li>product not halted
 *   <li>counterparty another active account, not oneself
 *   <li>good until later today
 *   <li>quantity a block
 *   <li>price within the block limits of the day
 *   <li>covered: a sell by sellable allowances, a buy by free money, fees included
 *   <li>position limit
 * </ol>
 *
 * Reads only: a step that is refused has changed nothing.
 */
final class BlockLadder {

    /**
     * One account's side of a block.
     *
     * @param price in fen
     * @param replaced the account's offers that end with this step: their value counts as free
     */
    record Terms(
            Account account,
            Product product,
            Side side,
            long price,
            long quantity,
            List<BlockOffer> replaced) {

        long freedTonnes() {
            return replaced.stream().mapToLong(offer -> offer.order().remaining()).sum();
        }

        long freedMoney() {
            return replaced.stream().mapToLong(offer -> offer.order().reserved()).sum();
        }
    }

    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

    private final MarketState state;

    BlockLadder(MarketState state) {
        this.state = state;
    }

    @Nullable Refusal check(OfferBlock offer, @Nullable Account account) {
        Product product = state.products.find(offer.product());
        return first(
                () -> Refusals.unlessMayTrade(account, offer.account()),
                this::unlessInSession,
                () -> Refusals.unlessOpened(product, offer.product()),
                () -> Refusals.ifHalted(passed(product)),
                () -> unlessOther(offer.counterparty(), passed(account)),
                () -> unlessLaterToday(offer.goodUntil(), offer.at()),
                () ->
                        unlessBlock(
                                new Terms(
                                        passed(account),
                                        passed(product),
                                        offer.side(),
                                        offer.price().fen(),
                                        offer.quantity().value(),
                                        List.of())));
    }

    /**
     * @param answered the offer it counters; absent when none of that number stands
     * @param replaced the account's own offers in that negotiation
     */
    @Nullable Refusal check(
            CounterBlock counter,
            @Nullable Account account,
            @Nullable BlockOffer answered,
            List<BlockOffer> replaced) {
        return first(
                () -> Refusals.unlessMayTrade(account, counter.account()),
                this::unlessInSession,
                () -> unlessOpenTo(passed(account), answered),
                () -> Refusals.ifHalted(passed(answered).order().product()),
                () -> unlessLaterToday(counter.goodUntil(), counter.at()),
                () ->
                        unlessBlock(
                                new Terms(
                                        passed(account),
                                        passed(answered).order().product(),
                                        passed(answered).otherSide(),
                                        counter.price().fen(),
                                        counter.quantity().value(),
                                        replaced)));
    }

    /**
     * @param offer the one it confirms; absent when none of that number stands
     * @param replaced the account's own offers in that negotiation
     */
    @Nullable Refusal check(
            ConfirmBlock confirmation,
            @Nullable Account account,
            @Nullable BlockOffer offer,
            List<BlockOffer> replaced) {
        return first(
                () -> Refusals.unlessMayTrade(account, confirmation.account()),
                this::unlessInSession,
                () -> unlessOpenTo(passed(account), offer),
                () -> Refusals.ifHalted(passed(offer).order().product()),
                () -> unlessCovered(taking(passed(account), passed(offer), replaced)),
                () -> unlessWithinLimit(taking(passed(account), passed(offer), replaced)));
    }

    private static Terms taking(Account account, BlockOffer offer, List<BlockOffer> replaced) {
        OpenOrder order = offer.order();
        return new Terms(
                account,
                order.product(),
                offer.otherSide(),
                order.price(),
                order.quantity(),
                replaced);
    }

    private @Nullable Refusal unlessInSession() {
        if (state.day.takesBlocks()) {
            return null;
        }
        return new Refusal(
                RejectionCode.MARKET_NOT_OPEN,
                null,
                "Blocks are traded while the market is open in the afternoon.");
    }

    private @Nullable Refusal unlessOther(@Nullable AccountId named, Account account) {
        if (named == null) {
            return null;
        }
        Account counterparty = state.accounts.find(named);
        if (counterparty != null && counterparty != account && counterparty.mayTrade()) {
            return null;
        }
        String why =
                counterparty == account
                        ? "An account cannot offer a block to itself."
                        : "The account " + named + " is not active in this market.";
        return new Refusal(RejectionCode.COUNTERPARTY_NOT_ALLOWED, "counterparty", why);
    }

    private static @Nullable Refusal unlessOpenTo(Account account, @Nullable BlockOffer offer) {
        if (offer != null && offer.account() == account) {
            return new Refusal(
                    RejectionCode.SELF_TRADE, "offer", "An account cannot trade with itself.");
        }
        return offer != null && offer.isMadeTo(account) ? null : Refusals.offerNotOpen();
    }

    private @Nullable Refusal unlessLaterToday(
            @Nullable OffsetDateTime goodUntil, OffsetDateTime now) {
        OffsetDateTime endOfDay = state.day.openedDay().atTime(LocalTime.MAX).atOffset(SHANGHAI);
        if (goodUntil == null || (goodUntil.isAfter(now) && !goodUntil.isAfter(endOfDay))) {
            return null;
        }
        return new Refusal(
                RejectionCode.TIME_OUT_OF_RANGE,
                "goodUntil",
                "An offer is good until a later time of its trading day, not " + goodUntil + ".");
    }

    private @Nullable Refusal unlessBlock(Terms terms) {
        return first(
                () -> unlessLargeEnough(terms),
                () -> unlessWithinLimits(terms),
                () -> unlessCovered(terms),
                () -> unlessWithinLimit(terms));
    }

    private @Nullable Refusal unlessLargeEnough(Terms terms) {
        long smallest = state.rules.smallestBlock();
        if (terms.quantity >= smallest && terms.quantity <= Capacity.TONNES) {
            return null;
        }
        return new Refusal(
                RejectionCode.QUANTITY_OUT_OF_RANGE,
                "quantity",
                "A block is for at least " + smallest + " t, not " + terms.quantity + " t.");
    }

    private static @Nullable Refusal unlessWithinLimits(Terms terms) {
        Product product = terms.product;
        long lower = product.lowerBlockLimit().fen();
        long upper = product.upperBlockLimit().fen();
        if (terms.price >= lower && terms.price <= upper) {
            return null;
        }
        return new Refusal(
                RejectionCode.PRICE_OUTSIDE_LIMITS,
                "price",
                "A block's price must be from %s to %s yuan today."
                        .formatted(product.lowerBlockLimit(), product.upperBlockLimit()));
    }

    private @Nullable Refusal unlessCovered(Terms terms) {
        Account account = terms.account;
        return terms.side == Side.SELL
                ? Refusals.unlessSellable(
                        account.holding(terms.product.index()),
                        terms.freedTonnes(),
                        terms.quantity,
                        terms.product.code())
                : Refusals.unlessMoneyCovers(
                        Math.addExact(state.spendable(account), terms.freedMoney()),
                        OpenOrder.cost(state.rules, terms.price, terms.quantity));
    }

    private static @Nullable Refusal unlessWithinLimit(Terms terms) {
        if (terms.side == Side.SELL) {
            return null;
        }
        Holding holding = terms.account.holding(terms.product.index());
        long reach = Math.addExact(holding.total(), holding.buying() - terms.freedTonnes());
        return Refusals.unlessWithinPositionLimit(terms.product, reach, terms.quantity);
    }

    @SafeVarargs
    private static @Nullable Refusal first(Supplier<@Nullable Refusal>... rungs) {
        for (Supplier<@Nullable Refusal> rung : rungs) {
            Refusal refusal = rung.get();
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static <T> T passed(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a rung was left out");
        }
        return value;
    }
}

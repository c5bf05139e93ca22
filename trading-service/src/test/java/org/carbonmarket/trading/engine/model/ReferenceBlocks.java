package org.carbonmarket.trading.engine.model;

import static org.carbonmarket.trading.engine.model.No.DETAIL;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.carbonmarket.events.marketlog.BlockCommand;
import org.carbonmarket.events.marketlog.BlockCommand.ConfirmBlock;
import org.carbonmarket.events.marketlog.BlockCommand.CounterBlock;
import org.carbonmarket.events.marketlog.BlockCommand.DeclineBlock;
import org.carbonmarket.events.marketlog.BlockCommand.OfferBlock;
import org.carbonmarket.events.marketlog.BlockCommand.WithdrawBlock;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.BlockEvent.BlockConfirmed;
import org.carbonmarket.events.trading.BlockEvent.BlockEnd;
import org.carbonmarket.events.trading.BlockEvent.BlockEnded;
import org.carbonmarket.events.trading.BlockEvent.BlockOffered;
import org.carbonmarket.events.trading.BlockEvent.BlockRefused;
import org.carbonmarket.events.trading.OrderEvent;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TradingMethod;
import org.carbonmarket.trading.engine.model.ReferenceState.Offer;
import org.jspecify.annotations.Nullable;

/** Block trading by searching a list. */
final class ReferenceBlocks {

    private final ReferenceState state;
    private final ReferenceTrades trades;
    private final ReferenceBlockRules rules;

    ReferenceBlocks(ReferenceState state, ReferenceTrades trades) {
        this.state = state;
        this.trades = trades;
        rules = new ReferenceBlockRules(state);
    }

    /** Answers a first offer; the caller deals with keys. */
    OrderEvent offer(OfferBlock c) {
        ReferenceAccount account = state.accounts.get(c.account());
        ReferenceProduct product = state.products.get(c.product());
        No no =
                No.first(
                        () -> state.mayTrade(account),
                        rules::inSession,
                        () -> state.isTraded(product));
        if (no != null || account == null || product == null) {
            return refused(c, state.position, no);
        }
        ReferenceAccount counterparty =
                c.counterparty() == null ? null : state.accounts.get(c.counterparty());
        ReferenceOrder order =
                new ReferenceOrder(
                        state.position,
                        account,
                        product,
                        c.side(),
                        c.price().fen(),
                        c.quantity().value());
        boolean other =
                c.counterparty() == null
                        || (counterparty != null
                                && counterparty != account
                                && counterparty.mayTrade());
        no =
                No.first(
                        () -> state.isNotHalted(product),
                        () ->
                                No.unless(
                                        other,
                                        RejectionCode.COUNTERPARTY_NOT_ALLOWED,
                                        "counterparty"),
                        () -> rules.laterToday(c.goodUntil(), c.at()),
                        () -> rules.terms(order, List.of()));
        return no != null
                ? refused(c, state.position, no)
                : stand(
                        c,
                        new Offer(order, counterparty, null, state.position, c.goodUntil()),
                        c.at());
    }

    /** Answers a counter-offer; the caller deals with keys. */
    OrderEvent counter(CounterBlock c) {
        ReferenceAccount account = state.accounts.get(c.account());
        Offer answered = find(c.offer());
        No no =
                No.first(
                        () -> state.mayTrade(account),
                        rules::inSession,
                        () -> rules.openTo(account, answered));
        if (no != null || account == null || answered == null) {
            return refused(c, state.position, no);
        }
        ReferenceOrder order =
                new ReferenceOrder(
                        state.position,
                        account,
                        answered.order().product,
                        other(answered),
                        c.price().fen(),
                        c.quantity().value());
        List<Offer> mine = own(account, answered.negotiation());
        no =
                No.first(
                        () -> state.isNotHalted(answered.order().product),
                        () -> rules.laterToday(c.goodUntil(), c.at()),
                        () -> rules.terms(order, mine));
        if (no != null) {
            return refused(c, state.position, no);
        }
        mine.forEach(offer -> end(offer, null, BlockEnd.SUPERSEDED, c.at()));
        return stand(
                c,
                new Offer(
                        order,
                        answered.order().account,
                        state.number(answered.order().number),
                        answered.negotiation(),
                        c.goodUntil()),
                c.at());
    }

    void confirm(ConfirmBlock c) {
        ReferenceAccount account = state.accounts.get(c.account());
        Offer offer = find(c.offer());
        No no =
                No.first(
                        () -> state.mayTrade(account),
                        rules::inSession,
                        () -> rules.openTo(account, offer));
        if (no != null || account == null || offer == null) {
            state.say(refused(c, c.offer().position(), no));
            return;
        }
        ReferenceOrder given = offer.order();
        ReferenceOrder taken =
                new ReferenceOrder(
                        state.position,
                        account,
                        given.product,
                        other(offer),
                        given.price,
                        given.quantity);
        List<Offer> mine = own(account, offer.negotiation());
        no = No.first(() -> state.isNotHalted(given.product), () -> rules.value(taken, mine));
        if (no != null) {
            state.say(refused(c, c.offer().position(), no));
            return;
        }
        endAll(
                o -> o.negotiation() == offer.negotiation() && o.order().number != given.number,
                BlockEnd.SUPERSEDED,
                c.at());
        given.product.traded(TradingMethod.BLOCK, given.price, given.quantity);
        long trade =
                trades.make(
                        TradingMethod.BLOCK,
                        taken.buys() ? taken : given,
                        taken.buys() ? given : taken,
                        taken.side,
                        given.price,
                        given.quantity,
                        c.at());
        end(offer, null, BlockEnd.CONFIRMED, c.at());
        state.say(
                new BlockConfirmed(
                        c.command(),
                        state.number(given.number),
                        account.id,
                        given.account.id,
                        new TradeId(ReferenceState.CN, trade),
                        given.product.code,
                        taken.side,
                        Price.ofFen(given.price),
                        Tonnes.of(given.quantity),
                        c.at()));
    }

    void withdraw(WithdrawBlock c) {
        Offer offer = find(c.offer());
        boolean own = offer != null && offer.order().account.id.equals(c.account());
        end(c, own ? offer : null, c.offer(), BlockEnd.WITHDRAWN);
    }

    void decline(DeclineBlock c) {
        Offer offer = find(c.offer());
        ReferenceAccount to = offer == null ? null : offer.counterparty();
        boolean mine = to != null && to.id.equals(c.account());
        end(c, mine ? offer : null, c.offer(), BlockEnd.DECLINED);
    }

    private void end(BlockCommand c, @Nullable Offer offer, OrderId named, BlockEnd reason) {
        if (offer == null) {
            state.say(refused(c, named.position(), new No(RejectionCode.OFFER_NOT_OPEN, "offer")));
        } else {
            end(offer, c.command(), reason, c.at());
        }
    }

    void expire(OffsetDateTime now) {
        endAll(
                offer -> offer.goodUntil() != null && !offer.goodUntil().isAfter(now),
                BlockEnd.EXPIRED,
                now);
    }

    void endAll(Predicate<Offer> which, BlockEnd reason, OffsetDateTime at) {
        List<Offer> ending = state.offers.stream().filter(which).toList();
        ending.forEach(offer -> end(offer, null, reason, at));
    }

    void end(Offer offer, @Nullable String command, BlockEnd reason, OffsetDateTime at) {
        state.offers.remove(offer);
        state.say(
                new BlockEnded(
                        command,
                        state.number(offer.order().number),
                        offer.order().account.id,
                        reason,
                        at));
    }

    private static Side other(Offer offer) {
        return offer.order().buys() ? Side.SELL : Side.BUY;
    }

    private @Nullable Offer find(OrderId number) {
        return state.offers.stream()
                .filter(offer ->
                        number.market() == ReferenceState.CN
                                && offer.order().number == number.position())
                .findFirst()
                .orElse(null);
    }

    private List<Offer> own(ReferenceAccount account, long negotiation) {
        return state.offers.stream()
                .filter(o -> o.negotiation() == negotiation && o.order().account == account)
                .toList();
    }

    private BlockOffered stand(BlockCommand c, Offer offer, OffsetDateTime at) {
        state.offers.add(offer);
        ReferenceOrder order = offer.order();
        ReferenceAccount counterparty = offer.counterparty();
        return new BlockOffered(
                c.command(),
                state.number(order.number),
                order.account.id,
                state.openedDay(),
                order.product.code,
                order.side,
                Price.ofFen(order.price),
                Tonnes.of(order.quantity),
                counterparty == null ? null : counterparty.id,
                offer.inReplyTo(),
                offer.goodUntil(),
                false,
                at);
    }

    BlockRefused refused(BlockCommand c, long number, @Nullable No no) {
        if (no == null) {
            throw new IllegalStateException("refused for no reason");
        }
        return new BlockRefused(
                c.command(),
                state.number(number),
                c.account(),
                no.code(),
                no.field(),
                DETAIL,
                false,
                c.at());
    }
}

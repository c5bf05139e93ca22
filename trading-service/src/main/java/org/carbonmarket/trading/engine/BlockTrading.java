package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.marketlog.BlockCommand;
import org.carbonmarket.events.marketlog.BlockCommand.ConfirmBlock;
import org.carbonmarket.events.marketlog.BlockCommand.CounterBlock;
import org.carbonmarket.events.marketlog.BlockCommand.DeclineBlock;
import org.carbonmarket.events.marketlog.BlockCommand.OfferBlock;
import org.carbonmarket.events.marketlog.BlockCommand.WithdrawBlock;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.trading.BlockEvent;
import org.carbonmarket.events.trading.BlockEvent.BlockEnd;
import org.carbonmarket.events.trading.BlockEvent.BlockOffered;
import org.carbonmarket.events.trading.OrderEvent;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TradingMethod;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.risk.Refusal;
import org.carbonmarket.trading.engine.session.Product;
import org.jspecify.annotations.Nullable;

/**
 * Block trading (market rules, Trading, "Block"): an account offers a large quantity to one other
 * or to all, they may answer with other terms, and whoever confirms an offer has traded.
 *
 * <p>A first offer and all that answers it, directly or not, are one negotiation. An account has
 * one offer standing in it, its newest, and the trade that comes of it ends them all.
 */
final class BlockTrading {

    private final MarketState state;
    private final Trades trades;
    private final BlockLadder ladder;
    private final BlockAnswers says;

    BlockTrading(MarketState state, Trades trades) {
        this.state = state;
        this.trades = trades;
        ladder = new BlockLadder(state);
        says = new BlockAnswers(state);
    }

    void apply(BlockCommand command) {
        Account account = state.accounts.find(command.account());
        switch (command) {
            case OfferBlock offer -> {
                if (isNew(account, offer, offer.idempotencyKey(), offer.bodyDigest())) {
                    offer(account, offer);
                }
            }
            case CounterBlock counter -> {
                if (isNew(account, counter, counter.idempotencyKey(), counter.bodyDigest())) {
                    counter(account, counter);
                }
            }
            case ConfirmBlock confirmation -> confirm(account, confirmation);
            case WithdrawBlock withdrawal -> withdraw(account, withdrawal);
            case DeclineBlock declining -> decline(account, declining);
        }
    }

    /** Ends the offers whose time is over. Asked at every command, so it is cheap without any. */
    void expire(OffsetDateTime now) {
        List<BlockOffer> expired = state.blocks.expiredAt(now);
        if (!expired.isEmpty()) {
            end(expired, BlockEnd.EXPIRED, now);
        }
    }

    void endAllOf(Account account, BlockEnd reason, OffsetDateTime at) {
        end(state.blocks.ofAccount(account), reason, at);
    }

    void endAll(BlockEnd reason, OffsetDateTime at) {
        end(state.blocks.inOrder(), reason, at);
    }

    private void end(List<BlockOffer> offers, BlockEnd reason, OffsetDateTime at) {
        for (BlockOffer offer : offers) {
            end(offer, null, reason, at);
        }
    }

    /** Whether a request is to be decided: one that was answered already gets its answer again. */
    private boolean isNew(
            @Nullable Account account,
            BlockCommand command,
            @Nullable String key,
            @Nullable String digest) {
        Answer earlier = account == null || key == null ? null : state.answers.find(account, key);
        if (earlier != null) {
            state.publisher.order(
                    earlier.isToBlock() && earlier.isFor(digest)
                            ? earlier.repeatedFor(command.command())
                            : says.refused(command, state.position, Refusals.keyReused()));
        }
        return earlier == null;
    }

    private void offer(@Nullable Account account, OfferBlock command) {
        Refusal refusal = ladder.check(command, account);
        Product product = state.products.find(command.product());
        AccountId named = command.counterparty();
        BlockEvent answer;
        if (account == null || product == null || refusal != null) {
            answer = says.refused(command, state.position, refusal);
        } else {
            answer =
                    stand(
                            new BlockOffer(
                                    order(
                                            account,
                                            product,
                                            command.side(),
                                            command.price().fen(),
                                            command.quantity().value()),
                                    named == null ? null : state.accounts.find(named),
                                    BlockOffer.FIRST,
                                    state.position,
                                    command.goodUntil()),
                            command);
        }
        answer(account, answer, command.idempotencyKey(), command.bodyDigest());
    }

    private void counter(@Nullable Account account, CounterBlock command) {
        BlockOffer answered = find(command.offer());
        List<BlockOffer> replaced = state.blocks.ownInNegotiation(account, answered);
        Refusal refusal = ladder.check(command, account, answered, replaced);
        BlockEvent answer;
        if (account == null || answered == null || refusal != null) {
            answer = says.refused(command, state.position, refusal);
        } else {
            end(replaced, BlockEnd.SUPERSEDED, command.at());
            answer =
                    stand(
                            new BlockOffer(
                                    order(
                                            account,
                                            answered.order().product(),
                                            answered.otherSide(),
                                            command.price().fen(),
                                            command.quantity().value()),
                                    answered.account(),
                                    answered.number(),
                                    answered.negotiation(),
                                    command.goodUntil()),
                            command);
        }
        answer(account, answer, command.idempotencyKey(), command.bodyDigest());
    }

    private void answer(
            @Nullable Account account,
            OrderEvent answer,
            @Nullable String key,
            @Nullable String digest) {
        if (account != null && key != null) {
            state.answers.keep(account, key, digest, answer);
        }
        state.publisher.order(answer);
    }

    /** The offer is taken: its value is reserved. */
    private BlockOffered stand(BlockOffer offer, BlockCommand command) {
        OpenOrder order = offer.order();
        order.reserve(state.rules);
        state.touch(order.account());
        state.blocks.add(offer);
        return says.offered(offer, command);
    }

    private void confirm(@Nullable Account account, ConfirmBlock command) {
        BlockOffer offer = find(command.offer());
        Refusal refusal =
                ladder.check(
                        command, account, offer, state.blocks.ownInNegotiation(account, offer));
        if (account == null || offer == null || refusal != null) {
            state.publisher.order(says.refused(command, command.offer().position(), refusal));
            return;
        }
        for (BlockOffer other : state.blocks.ofNegotiation(offer.negotiation())) {
            if (other.number() != offer.number()) {
                end(other, null, BlockEnd.SUPERSEDED, command.at());
            }
        }
        long trade = trade(offer, account, command.at());
        ended(offer, null, BlockEnd.CONFIRMED, command.at());
        state.publisher.order(says.confirmed(offer, command, trade));
    }

    /** Both sides' value changes hands; the day's block figures grow. */
    private long trade(BlockOffer offer, Account taker, OffsetDateTime at) {
        OpenOrder given = offer.order();
        long price = given.price();
        long tonnes = given.quantity();
        OpenOrder taken = order(taker, given.product(), offer.otherSide(), price, tonnes);
        taken.reserve(state.rules);
        state.touch(taker);
        state.touch(given.account());
        given.product().figures().tradedBlock(tonnes, Math.multiplyExact(price, tonnes));
        boolean buys = taken.side() == Side.BUY;
        return trades.make(
                TradingMethod.BLOCK,
                buys ? taken : given,
                buys ? given : taken,
                taken.side(),
                price,
                tonnes,
                at);
    }

    private void withdraw(@Nullable Account account, WithdrawBlock command) {
        BlockOffer offer = find(command.offer());
        if (offer == null || offer.account() != account) {
            refuseEnding(command, command.offer());
        } else {
            end(offer, command.command(), BlockEnd.WITHDRAWN, command.at());
        }
    }

    private void decline(@Nullable Account account, DeclineBlock command) {
        BlockOffer offer = find(command.offer());
        if (offer == null || account == null || offer.counterparty() != account) {
            refuseEnding(command, command.offer());
        } else {
            end(offer, command.command(), BlockEnd.DECLINED, command.at());
        }
    }

    private void refuseEnding(BlockCommand command, OrderId offer) {
        state.publisher.order(says.refused(command, offer.position(), Refusals.offerNotOpen()));
    }

    /** The offer stands no more, and what it kept reserved is free. */
    void end(BlockOffer offer, @Nullable String command, BlockEnd reason, OffsetDateTime at) {
        offer.order().unreserve();
        state.touch(offer.account());
        ended(offer, command, reason, at);
    }

    private void ended(
            BlockOffer offer, @Nullable String command, BlockEnd reason, OffsetDateTime at) {
        state.blocks.remove(offer);
        state.publisher.order(says.ended(offer, command, reason, at));
    }

    private @Nullable BlockOffer find(OrderId offer) {
        return offer.market() == state.market ? state.blocks.find(offer) : null;
    }

    private OpenOrder order(
            Account account, Product product, Side side, long price, long quantity) {
        return new OpenOrder(state.position, account, product, side, price, quantity);
    }
}

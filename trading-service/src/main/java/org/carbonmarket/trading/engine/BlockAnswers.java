package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import org.carbonmarket.events.marketlog.BlockCommand;
import org.carbonmarket.events.marketlog.BlockCommand.ConfirmBlock;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.BlockEvent.BlockConfirmed;
import org.carbonmarket.events.trading.BlockEvent.BlockEnd;
import org.carbonmarket.events.trading.BlockEvent.BlockEnded;
import org.carbonmarket.events.trading.BlockEvent.BlockOffered;
import org.carbonmarket.events.trading.BlockEvent.BlockRefused;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.risk.Refusal;
import org.jspecify.annotations.Nullable;

/** What the market says about block offers. */
final class BlockAnswers {

    private final MarketState state;

    BlockAnswers(MarketState state) {
        this.state = state;
    }

    BlockOffered offered(BlockOffer offer, BlockCommand command) {
        OpenOrder order = offer.order();
        Account counterparty = offer.counterparty();
        return new BlockOffered(
                command.command(),
                number(offer.number()),
                order.account().id(),
                state.day.openedDay(),
                order.product().code(),
                order.side(),
                Price.ofFen(order.price()),
                Tonnes.of(order.quantity()),
                counterparty == null ? null : counterparty.id(),
                offer.inReplyTo() == BlockOffer.FIRST ? null : number(offer.inReplyTo()),
                offer.goodUntil(),
                false,
                command.at());
    }

    /**
     * @param concerned the number of the offer the command is about, its own for a new offer
     */
    BlockRefused refused(BlockCommand command, long concerned, @Nullable Refusal refusal) {
        if (refusal == null) {
            throw new IllegalStateException("a block is refused for no reason");
        }
        return new BlockRefused(
                command.command(),
                number(concerned),
                command.account(),
                refusal.code(),
                refusal.field(),
                refusal.detail(),
                false,
                command.at());
    }

    BlockConfirmed confirmed(BlockOffer offer, ConfirmBlock command, long trade) {
        OpenOrder order = offer.order();
        return new BlockConfirmed(
                command.command(),
                number(offer.number()),
                command.account(),
                offer.account().id(),
                new TradeId(state.market, trade),
                order.product().code(),
                offer.otherSide(),
                Price.ofFen(order.price()),
                Tonnes.of(order.quantity()),
                command.at());
    }

    BlockEnded ended(
            BlockOffer offer, @Nullable String command, BlockEnd reason, OffsetDateTime at) {
        return new BlockEnded(command, number(offer.number()), offer.account().id(), reason, at);
    }

    private OrderId number(long position) {
        return new OrderId(state.market, position);
    }
}

package org.carbonmarket.trading.engine;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.BidEvent.BidPlaced;
import org.carbonmarket.events.trading.BidEvent.BidRefused;
import org.carbonmarket.events.trading.BlockEvent.BlockOffered;
import org.carbonmarket.events.trading.BlockEvent.BlockRefused;
import org.carbonmarket.events.trading.OrderEvent;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.OrderEvent.OrderRejected;
import org.carbonmarket.events.trading.OrderEvent.OrderState;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TimeInForce;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.positions.Accounts;
import org.carbonmarket.trading.engine.snapshot.CorruptSnapshot;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;

/**
 * The binary form of a kept answer. The command it first answered is left out: a repeated answer
 * carries the command of the new try.
 */
record AnswerForm(Market market, Accounts accounts) {

    private static final int PLACED = 1;
    private static final int REJECTED = 2;
    private static final int BLOCK_OFFERED = 3;
    private static final int BLOCK_REFUSED = 4;
    private static final int BID_PLACED = 5;
    private static final int BID_REFUSED = 6;
    private static final String LEFT_OUT = "";

    Account account(int index) {
        if (index < 0 || index >= accounts.all().size()) {
            throw new CorruptSnapshot("an answer to account number " + index);
        }
        return accounts.at(index);
    }

    static void write(OrderEvent event, SnapshotWriter to) {
        switch (event) {
            case OrderPlaced placed -> write(placed, to);
            case OrderRejected rejected -> write(rejected, to);
            case BlockOffered offered -> write(offered, to);
            case BlockRefused refused -> write(refused, to);
            case BidPlaced placed -> BidAnswerForm.write(BID_PLACED, placed, to);
            case BidRefused refused -> BidAnswerForm.write(BID_REFUSED, refused, to);
            default -> throw new IllegalStateException("no answer to an order: " + event);
        }
    }

    private static void write(OrderPlaced placed, SnapshotWriter to) {
        to.int8(PLACED);
        to.int64(placed.order().position());
        to.day(placed.day());
        to.text(placed.product().value());
        to.choice(placed.side());
        to.int64(placed.price().fen());
        to.int64(placed.quantity().value());
        to.choice(placed.timeInForce());
        to.int64(placed.filled().value());
        to.int64(placed.filledAmount().fen());
        to.int64(placed.remaining().value());
        to.choice(placed.state());
        to.time(placed.at());
    }

    private static void write(OrderRejected rejected, SnapshotWriter to) {
        to.int8(REJECTED);
        to.int64(rejected.order().position());
        to.text(rejected.product().value());
        to.choice(rejected.side());
        to.int64(rejected.price().fen());
        to.int64(rejected.quantity().value());
        to.text(rejected.code().name());
        to.optionalText(rejected.field());
        to.text(rejected.detail());
        to.time(rejected.at());
    }

    private static void write(BlockOffered offered, SnapshotWriter to) {
        AccountId counterparty = offered.counterparty();
        OrderId inReplyTo = offered.inReplyTo();
        OffsetDateTime goodUntil = offered.goodUntil();
        to.int8(BLOCK_OFFERED);
        to.int64(offered.order().position());
        to.day(offered.day());
        to.text(offered.product().value());
        to.choice(offered.side());
        to.int64(offered.price().fen());
        to.int64(offered.quantity().value());
        to.optionalText(counterparty == null ? null : counterparty.value());
        to.int64(inReplyTo == null ? BlockOffer.FIRST : inReplyTo.position());
        to.optionalTime(goodUntil);
        to.time(offered.at());
    }

    private static void write(BlockRefused refused, SnapshotWriter to) {
        to.int8(BLOCK_REFUSED);
        to.int64(refused.order().position());
        to.text(refused.code().name());
        to.optionalText(refused.field());
        to.text(refused.detail());
        to.time(refused.at());
    }

    OrderEvent read(AccountId account, SnapshotReader from) {
        int kind = from.int8();
        return switch (kind) {
            case PLACED -> readPlaced(account, from);
            case REJECTED -> readRejected(account, from);
            case BLOCK_OFFERED -> readOffered(account, from);
            case BLOCK_REFUSED -> readRefused(account, from);
            case BID_PLACED -> BidAnswerForm.readPlaced(market, account, from);
            case BID_REFUSED -> BidAnswerForm.readRefused(market, account, from);
            default -> throw new CorruptSnapshot("unknown kind of answer " + kind);
        };
    }

    private OrderPlaced readPlaced(AccountId account, SnapshotReader from) {
        return new OrderPlaced(
                LEFT_OUT,
                new OrderId(market, from.int64()),
                account,
                from.day(),
                new ProductCode(from.text()),
                from.oneOf(Side.class),
                Price.ofFen(from.int64()),
                Tonnes.of(from.int64()),
                from.oneOf(TimeInForce.class),
                Tonnes.of(from.int64()),
                Money.ofFen(from.int64()),
                Tonnes.of(from.int64()),
                from.oneOf(OrderState.class),
                false,
                from.time());
    }

    private OrderRejected readRejected(AccountId account, SnapshotReader from) {
        return new OrderRejected(
                LEFT_OUT,
                new OrderId(market, from.int64()),
                account,
                new ProductCode(from.text()),
                from.oneOf(Side.class),
                Price.ofFen(from.int64()),
                Tonnes.of(from.int64()),
                RejectionCode.valueOf(from.text()),
                from.optionalText(),
                from.text(),
                false,
                from.time());
    }

    private BlockOffered readOffered(AccountId account, SnapshotReader from) {
        long number = from.int64();
        LocalDate day = from.day();
        ProductCode product = new ProductCode(from.text());
        Side side = from.oneOf(Side.class);
        Price price = Price.ofFen(from.int64());
        Tonnes quantity = Tonnes.of(from.int64());
        String counterparty = from.optionalText();
        long inReplyTo = from.int64();
        return new BlockOffered(
                LEFT_OUT,
                new OrderId(market, number),
                account,
                day,
                product,
                side,
                price,
                quantity,
                counterparty == null ? null : new AccountId(counterparty),
                inReplyTo == BlockOffer.FIRST ? null : new OrderId(market, inReplyTo),
                from.optionalTime(),
                false,
                from.time());
    }

    private BlockRefused readRefused(AccountId account, SnapshotReader from) {
        return new BlockRefused(
                LEFT_OUT,
                new OrderId(market, from.int64()),
                account,
                RejectionCode.valueOf(from.text()),
                from.optionalText(),
                from.text(),
                false,
                from.time());
    }
}

package org.carbonmarket.trading.engine;

import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
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

    OrderEvent read(AccountId account, SnapshotReader from) {
        int kind = from.int8();
        return switch (kind) {
            case PLACED -> readPlaced(account, from);
            case REJECTED -> readRejected(account, from);
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
}

package org.carbonmarket.trading.engine;

import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.trading.BidEvent.BidPlaced;
import org.carbonmarket.events.trading.BidEvent.BidRefused;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;

/** The binary form of a kept answer to a bid; see {@link AnswerForm}. */
final class BidAnswerForm {

    private static final String LEFT_OUT = "";

    private BidAnswerForm() {}

    static void write(int kind, BidPlaced placed, SnapshotWriter to) {
        to.int8(kind);
        to.int64(placed.order().position());
        write(placed.auction(), to);
        to.int64(placed.reserved().fen());
        to.time(placed.at());
    }

    static void write(int kind, BidRefused refused, SnapshotWriter to) {
        to.int8(kind);
        to.int64(refused.order().position());
        write(refused.auction(), to);
        to.text(refused.code().name());
        to.optionalText(refused.field());
        to.text(refused.detail());
        to.time(refused.at());
    }

    /** A refused bid may name an auction of any market. */
    private static void write(OrderId auction, SnapshotWriter to) {
        to.choice(auction.market());
        to.int64(auction.position());
    }

    static BidPlaced readPlaced(Market market, AccountId account, SnapshotReader from) {
        return new BidPlaced(
                LEFT_OUT,
                new OrderId(market, from.int64()),
                account,
                auction(from),
                Money.ofFen(from.int64()),
                false,
                from.time());
    }

    static BidRefused readRefused(Market market, AccountId account, SnapshotReader from) {
        return new BidRefused(
                LEFT_OUT,
                new OrderId(market, from.int64()),
                account,
                auction(from),
                RejectionCode.valueOf(from.text()),
                from.optionalText(),
                from.text(),
                false,
                from.time());
    }

    private static OrderId auction(SnapshotReader from) {
        return new OrderId(from.oneOf(Market.class), from.int64());
    }
}

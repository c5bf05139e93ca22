package org.carbonmarket.trading.engine;

import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.trading.engine.auction.Auctions;
import org.carbonmarket.trading.engine.positions.Accounts;
import org.carbonmarket.trading.engine.risk.MarketRules;
import org.carbonmarket.trading.engine.session.Products;
import org.carbonmarket.trading.engine.session.TradingDay;
import org.carbonmarket.trading.engine.snapshot.CorruptSnapshot;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;
import org.carbonmarket.trading.engine.surveillance.WatchLog;

/**
 * The canonical bytes of a market's state. Big-endian; a header of four letters and a version;
 * everything in an order that follows from the state itself and not from a hash table; a checksum.
 *
 * <p>Books are not written: the open orders, entered again in the order they came in, make them.
 */
final class StateForm {

    private static final int MAGIC = 0x434D4B45; // "CMKE", carbon market engine.
    private static final int VERSION = 2;

    private StateForm() {}

    static byte[] write(MarketState state) {
        SnapshotWriter to = new SnapshotWriter();
        to.int32(MAGIC);
        to.int32(VERSION);
        to.choice(state.market);
        to.int64(state.position);
        to.time(state.time);
        state.publisher.write(to);
        state.facts.write(to);
        state.day.write(to);
        state.rules.write(to);
        state.nextRules.write(to);
        to.int64(state.composite.fen());
        state.products.write(to);
        to.int64(state.money());
        state.accounts.write(to);
        to.int32(state.orders.size());
        for (OpenOrder order : state.orders.inOrder()) {
            order.write(to);
        }
        state.blocks.write(to);
        state.recalls.write(to);
        state.auctions.write(to);
        state.dayTrades.write(to);
        state.watch.write(to);
        state.unsettled.write(to);
        state.answers.write(to);
        return to.sealed();
    }

    /** Refuses with {@link CorruptSnapshot} what is no whole snapshot of this version. */
    static MarketState read(byte[] bytes) {
        try {
            SnapshotReader from = new SnapshotReader(bytes);
            MarketState state = read(from);
            from.end();
            return state;
        } catch (IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | ArithmeticException impossible) {
            throw new CorruptSnapshot("the snapshot holds an impossible value", impossible);
        }
    }

    private static MarketState read(SnapshotReader from) {
        if (from.int32() != MAGIC) {
            throw new CorruptSnapshot("not a snapshot of a market engine");
        }
        int version = from.int32();
        if (version != VERSION) {
            throw new CorruptSnapshot("a snapshot of version " + version + ", not " + VERSION);
        }
        MarketState state = new MarketState(from.oneOf(Market.class));
        state.position = from.int64();
        state.time = from.time();
        state.publisher = Publisher.read(from);
        state.facts = SeenFacts.read(from);
        state.day = TradingDay.read(from);
        state.rules = MarketRules.read(from);
        state.nextRules = MarketRules.read(from);
        state.composite = Price.ofFen(from.int64());
        state.products = Products.read(from);
        state.money(from.int64());
        state.accounts = Accounts.read(from, state.products.all().size());
        state.products.opened().forEach(state::openBook);
        for (int left = from.count(); left > 0; left--) {
            OpenOrder order = OpenOrder.read(state.accounts, state.products, from);
            state.orders.add(order);
            state.book(order.product()).restore(order);
        }
        state.blocks = BlockOffers.read(state, from);
        state.recalls = OpenRecalls.read(state, from);
        state.auctions = Auctions.read(state.accounts, state.products, from);
        state.dayTrades = DayTrades.read(from);
        state.watch = WatchLog.read(from);
        state.unsettled = UnsettledTrades.read(from);
        state.answers = Answers.read(new AnswerForm(state.market, state.accounts), from);
        return state;
    }
}

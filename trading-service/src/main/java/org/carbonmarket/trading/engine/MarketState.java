package org.carbonmarket.trading.engine;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.trading.engine.auction.Auctions;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.positions.Accounts;
import org.carbonmarket.trading.engine.risk.MarketRules;
import org.carbonmarket.trading.engine.session.CompositeClose;
import org.carbonmarket.trading.engine.session.Product;
import org.carbonmarket.trading.engine.session.Products;
import org.carbonmarket.trading.engine.session.TradingDay;
import org.carbonmarket.trading.engine.surveillance.WatchLog;

/**
 * Everything an engine knows. Owned by one thread; what {@link StateForm} writes is all of it but
 * the books, which follow from the open orders, and what is marked as derived.
 */
final class MarketState {

    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

    final Market market;
    final OpenOrders orders;
    Publisher publisher = new Publisher();
    SeenFacts facts = new SeenFacts();
    Accounts accounts = new Accounts();
    Products products = new Products();
    BlockOffers blocks = new BlockOffers();
    OpenRecalls recalls = new OpenRecalls();
    Auctions auctions = new Auctions();
    DayTrades dayTrades = new DayTrades();
    WatchLog watch = new WatchLog();
    UnsettledTrades unsettled = new UnsettledTrades();
    Answers answers = new Answers();
    TradingDay day = new TradingDay();

    /** Offset of the newest command taken from the market log. */
    long position = -1;

    /** The time the newest command carried. */
    OffsetDateTime time = Instant.EPOCH.atOffset(SHANGHAI);

    MarketRules rules = MarketRules.AT_LAUNCH;
    MarketRules nextRules = MarketRules.AT_LAUNCH;
    Price composite = CompositeClose.AT_LAUNCH;

    /** All accounts' money less what they owe, in fen. */
    private long money;

    // Derived, not part of the state.
    private final Int2ObjectHashMap<ListedBook> books = new Int2ObjectHashMap<>();
    private final List<Account> touched = new ArrayList<>();

    MarketState(Market market) {
        this.market = market;
        orders = new OpenOrders(market);
    }

    /** The book of a product that has opened. */
    ListedBook book(Product product) {
        ListedBook book = books.get(product.index());
        if (book == null) {
            throw new IllegalStateException("no book of " + product.code() + " has opened");
        }
        return book;
    }

    /** A day opens: an empty book within the product's new limits. */
    void openBook(Product product) {
        books.put(product.index(), new ListedBook(product));
    }

    long money() {
        return money;
    }

    void money(long held) {
        money = held;
    }

    /** What an account may spend: its free money, less what is called back and not gone yet. */
    long spendable(Account account) {
        return recalls.isEmpty()
                ? account.free()
                : Math.max(0, account.free() - recalls.moneyOf(account));
    }

    /** The number of the release the current command makes: one at most. */
    String releaseNumber() {
        return market + "-R" + position;
    }

    void moneyIn(long fen) {
        money = Math.addExact(money, fen);
    }

    void moneyOut(long fen) {
        money = Math.subtractExact(money, fen);
    }

    /** Notes that the current command changes an account's buckets. */
    void touch(Account account) {
        touched.add(account);
    }

    /** Asserts that no bucket the command touched is negative (I5). */
    void verifyTouched() {
        for (Account account : touched) {
            account.verify();
        }
        touched.clear();
    }
}

package org.carbonmarket.trading.engine;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.marketlog.MarketCommand;
import org.carbonmarket.events.marketlog.MarketCommand.CancelOrder;
import org.carbonmarket.events.marketlog.MarketCommand.ConfirmClearing;
import org.carbonmarket.events.marketlog.MarketCommand.ConfirmSettlement;
import org.carbonmarket.events.marketlog.MarketCommand.CreditAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.CreditFunds;
import org.carbonmarket.events.marketlog.MarketCommand.EnterPhase;
import org.carbonmarket.events.marketlog.MarketCommand.Halt;
import org.carbonmarket.events.marketlog.MarketCommand.ListProduct;
import org.carbonmarket.events.marketlog.MarketCommand.PlaceOrder;
import org.carbonmarket.events.marketlog.MarketCommand.RecordAccount;
import org.carbonmarket.events.marketlog.MarketCommand.ReleaseAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.ReleaseFunds;
import org.carbonmarket.events.marketlog.MarketCommand.Resume;
import org.carbonmarket.events.marketlog.MarketCommand.SetRules;
import org.carbonmarket.events.marketlog.MarketCommand.SourcePosition;
import org.carbonmarket.events.marketlog.MarketCommand.UndoTrade;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.OrderEvent.OrderRejected;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * A market in a test's words. Every verb sends one command at the next position of the log and
 * returns the events that followed from it.
 */
final class Scenario {

    static final LocalDate FRIDAY = LocalDate.of(2021, 7, 16);
    static final LocalDate MONDAY = FRIDAY.plusDays(3);
    static final LocalDate TUESDAY = FRIDAY.plusDays(4);
    static final OffsetDateTime AT = OffsetDateTime.parse("2021-07-16T09:30:00+08:00");
    static final Market CN = Market.CN;
    static final ProductCode CEA = ProductCode.of("CEA");
    static final AccountId ANNA = AccountId.of("ANNA");
    static final AccountId BO = AccountId.of("BO");
    static final AccountId CHEN = AccountId.of("CHEN");

    private MarketEngine engine = new MarketEngine(CN);
    private long position = -1;
    private long facts;

    /**
     * CEA at a reference of 48.00 on its open first day, with three active accounts that hold
     * 10,000 t and 1,000,000.00 yuan each.
     */
    static Scenario openMarket() {
        Scenario market = withAccounts();
        market.listProduct(CEA, "48.00");
        market.enter(FRIDAY, Phase.PRE_OPEN);
        market.enter(FRIDAY, Phase.OPEN);
        return market;
    }

    static Scenario withAccounts() {
        Scenario market = new Scenario();
        for (AccountId account : List.of(ANNA, BO, CHEN)) {
            market.account(account, 1, AccountState.ACTIVE);
            market.creditAllowances(account, CEA, 10_000);
            market.creditFunds(account, "1000000.00");
        }
        return market;
    }

    MarketEngine engine() {
        return engine;
    }

    /** Goes on with an engine restored from the present one's snapshot. */
    void restart() {
        engine = MarketEngine.restore(engine.snapshot());
    }

    AccountView positionOf(AccountId account) {
        return engine.account(account).orElseThrow();
    }

    /** The sellable, reserved and bought today tonnes of CEA. */
    String tonnesOf(AccountId account) {
        return positionOf(account).products().stream()
                .filter(held -> held.product().equals(CEA))
                .map(h -> h.sellable() + "/" + h.reserved() + "/" + h.boughtToday())
                .findFirst()
                .orElse("0/0/0");
    }

    /** The free and reserved yuan. */
    String moneyOf(AccountId account) {
        AccountView view = positionOf(account);
        return view.free() + "/" + view.reserved();
    }

    List<PublishedEvent> send(MarketCommand command) {
        List<PublishedEvent> events = new ArrayList<>();
        engine.apply(++position, command, (event, sequence) -> events.add(event));
        return events;
    }

    long lastPosition() {
        return position;
    }

    /** The number the next order would get. */
    OrderId nextOrder() {
        return new OrderId(CN, position + 1);
    }

    SourcePosition fact() {
        return new SourcePosition("test.facts", 0, ++facts);
    }

    List<PublishedEvent> account(AccountId account, long version, AccountState state) {
        return send(new RecordAccount(CN, fact(), account, version, state, null, AT));
    }

    List<PublishedEvent> creditAllowances(AccountId account, ProductCode product, long tonnes) {
        return send(new CreditAllowances(CN, fact(), "E", account, product, Tonnes.of(tonnes), AT));
    }

    List<PublishedEvent> creditFunds(AccountId account, String yuan) {
        return send(new CreditFunds(CN, fact(), "E", account, Money.ofYuan(yuan), AT));
    }

    List<PublishedEvent> listProduct(ProductCode product, @Nullable String reference) {
        Price price = reference == null ? null : Price.ofYuan(reference);
        return send(new ListProduct(CN, "list", product, price, AT));
    }

    List<PublishedEvent> enter(LocalDate day, Phase phase) {
        return send(new EnterPhase(CN, day, phase, AT));
    }

    List<PublishedEvent> clear(LocalDate day) {
        return send(new ConfirmClearing(CN, fact(), day, AT));
    }

    /** Ends a day, clears it and opens the next. */
    void nextDay(LocalDate today, LocalDate next) {
        enter(today, Phase.CLOSED);
        clear(today);
        enter(next, Phase.PRE_OPEN);
        enter(next, Phase.OPEN);
    }

    List<PublishedEvent> halt(@Nullable ProductCode product) {
        return send(new Halt(CN, "halt", product, "news", AT));
    }

    List<PublishedEvent> resume(@Nullable ProductCode product) {
        return send(new Resume(CN, "resume", product, "news", AT));
    }

    List<PublishedEvent> rules(
            int band, long largest, int feePerMillion, String smallestFee, long positionLimit) {
        return send(
                new SetRules(
                        CN,
                        "rules",
                        band,
                        Tonnes.of(largest),
                        feePerMillion,
                        Money.ofYuan(smallestFee),
                        Tonnes.of(positionLimit),
                        null,
                        null,
                        null,
                        AT));
    }

    List<PublishedEvent> settle(long trade) {
        return send(new ConfirmSettlement(CN, fact(), new TradeId(CN, trade), AT));
    }

    List<PublishedEvent> undo(long trade) {
        return send(new UndoTrade(CN, fact(), new TradeId(CN, trade), "FUNDS", AT));
    }

    List<PublishedEvent> cancel(AccountId account, OrderId order) {
        return send(new CancelOrder(CN, "cancel", account, order, AT));
    }

    List<PublishedEvent> releaseAllowances(AccountId account, long tonnes) {
        return send(new ReleaseAllowances(CN, "release", account, CEA, Tonnes.of(tonnes), AT));
    }

    List<PublishedEvent> releaseFunds(AccountId account, String yuan) {
        return send(new ReleaseFunds(CN, "release", account, Money.ofYuan(yuan), AT));
    }

    PlaceOrder order(AccountId account, Side side, String price, long tonnes) {
        return new PlaceOrder(
                CN,
                "place",
                account,
                CEA,
                side,
                Price.ofYuan(price),
                Tonnes.of(tonnes),
                TimeInForce.DAY,
                null,
                null,
                null,
                AT);
    }

    static PlaceOrder naming(PlaceOrder order, OrderId listing) {
        return copy(order, order.command(), order.timeInForce(), listing, order.at());
    }

    static PlaceOrder immediate(PlaceOrder order) {
        TimeInForce immediate = TimeInForce.IMMEDIATE_OR_CANCEL;
        return copy(order, order.command(), immediate, order.listing(), order.at());
    }

    static PlaceOrder at(PlaceOrder order, OffsetDateTime time) {
        return copy(order, order.command(), order.timeInForce(), order.listing(), time);
    }

    private static PlaceOrder copy(
            PlaceOrder order,
            String command,
            TimeInForce timeInForce,
            @Nullable OrderId listing,
            OffsetDateTime at) {
        return new PlaceOrder(
                order.market(),
                command,
                order.account(),
                order.product(),
                order.side(),
                order.price(),
                order.quantity(),
                timeInForce,
                listing,
                order.idempotencyKey(),
                order.bodyDigest(),
                at);
    }

    static PlaceOrder keyed(PlaceOrder order, String command, String key, String digest) {
        return new PlaceOrder(
                order.market(),
                command,
                order.account(),
                order.product(),
                order.side(),
                order.price(),
                order.quantity(),
                order.timeInForce(),
                order.listing(),
                key,
                digest,
                order.at());
    }

    List<PublishedEvent> buy(AccountId account, String price, long tonnes) {
        return send(order(account, Side.BUY, price, tonnes));
    }

    List<PublishedEvent> sell(AccountId account, String price, long tonnes) {
        return send(order(account, Side.SELL, price, tonnes));
    }

    /** Sends an order that must be taken; returns its number. */
    OrderId rests(AccountId account, Side side, String price, long tonnes) {
        PublishedEvent answer = send(order(account, side, price, tonnes)).getLast();
        return ((OrderPlaced) answer).order();
    }

    /** What an order sent now would be refused for. */
    static RejectionCode codeOf(List<PublishedEvent> events) {
        return ((OrderRejected) events.getLast()).code();
    }
}

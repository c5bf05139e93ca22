package org.carbonmarket.reporting.reconciliation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryCompleted;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryLocked;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryUndone;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesEntrusted;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesIssued;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesReturned;
import org.carbonmarket.events.settlement.DayEvent.TradingDayCleared;
import org.carbonmarket.events.settlement.FundsEvent.FundsDeposited;
import org.carbonmarket.events.settlement.FundsEvent.FundsEntrusted;
import org.carbonmarket.events.settlement.FundsEvent.FundsReturned;
import org.carbonmarket.events.settlement.SettlementEvent.SettlementFailed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeSettled;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.PositionEvent.AllowancesCredited;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.events.trading.PositionEvent.FundsCredited;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.carbonmarket.events.trading.PositionEvent.PositionStated;
import org.carbonmarket.events.trading.PositionEvent.ProductPosition;
import org.carbonmarket.events.trading.QuoteEvent.Level;
import org.carbonmarket.events.trading.QuoteEvent.QuotePublished;
import org.carbonmarket.events.trading.SessionEvent.PhaseEntered;
import org.carbonmarket.events.trading.SessionEvent.ProductDay;
import org.carbonmarket.events.trading.SessionEvent.ProductOpened;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.events.trading.TradingMethod;

/**
 * The national market's first day as events of all services: the published figures, made of trades
 * between three sellers and three buyers, settled, delivered, cleared, and partly released.
 */
public final class LaunchDay {

    static final LocalDate DAY = LocalDate.of(2021, 7, 16);
    static final Market CN = Market.CN;
    static final ProductCode CEA = ProductCode.of("CEA");
    static final OffsetDateTime AT = OffsetDateTime.parse("2021-07-16T10:00:00+08:00");

    private static final int PARTIES = 3;
    private static final long CHUNK = 90_000;
    private static final Tonnes ISSUED = Tonnes.of(2_000_000);
    private static final Money DEPOSIT = Money.ofYuan("100000000.00");
    private static final Money FEE = Money.ofYuan("1.00");

    private final List<PublishedEvent> events = new ArrayList<>();
    private final Map<AccountId, Long> funds = new TreeMap<>();
    private final Map<AccountId, Long> tonnes = new TreeMap<>();
    private final Map<AccountId, Long> bought = new TreeMap<>();
    private final List<ExecutionRecorded> executed = new ArrayList<>();

    private LaunchDay() {}

    /** The whole day, each event after its cause. */
    public static List<PublishedEvent> events() {
        LaunchDay day = new LaunchDay();
        day.hand();
        day.open();
        day.trade(100, "48.00");
        day.trade(100, "52.80");
        day.trade(1_529_294, "51.22");
        day.trade(2_574_459, "51.23");
        day.close();
        day.settle();
        day.clear();
        day.release();
        return List.copyOf(day.events);
    }

    /**
     * A pair of events: a trade that fails with the seller's allowances locked, and its undoing.
     */
    static List<PublishedEvent> failureInsteadOf(TradeSettled settled) {
        return List.of(
                new SettlementFailed(
                        settled.trade(),
                        settled.buyer(),
                        settled.seller(),
                        settled.product(),
                        settled.tonnes(),
                        settled.amount(),
                        settled.buyerFee(),
                        settled.sellerFee(),
                        "FUNDS_SHORT",
                        true,
                        null,
                        AT),
                new DeliveryUndone(
                        settled.trade(),
                        settled.seller(),
                        settled.product(),
                        settled.tonnes(),
                        AT));
    }

    static AccountId seller(int number) {
        return AccountId.of("SELLER-" + (1 + number % PARTIES));
    }

    static AccountId buyer(int number) {
        return AccountId.of("BUYER-" + (1 + number % PARTIES));
    }

    private void hand() {
        for (int i = 0; i < PARTIES; i++) {
            AccountId seller = seller(i);
            events.add(
                    new AllowancesIssued(
                            i + 1, seller, CEA, ISSUED, "INITIAL_ALLOCATION", "DOC-1", AT));
            events.add(new AllowancesEntrusted("A-" + i, seller, CEA, ISSUED, CN, AT));
            events.add(new AllowancesCredited(CN, "A-" + i, seller, CEA, ISSUED, AT));
            tonnes.put(seller, ISSUED.value());
            AccountId buyer = buyer(i);
            events.add(new FundsDeposited(buyer, DEPOSIT, "BANK-" + i, AT));
            events.add(new FundsEntrusted("F-" + i, buyer, DEPOSIT, CN, AT));
            events.add(new FundsCredited(CN, "F-" + i, buyer, DEPOSIT, AT));
            funds.put(buyer, DEPOSIT.fen());
        }
    }

    private void open() {
        Price before = Price.ofYuan("48.00");
        events.add(
                new ProductOpened(
                        CN, DAY, CEA, before, Price.ofYuan("43.20"), Price.ofYuan("52.80"), AT));
        events.add(new PhaseEntered(CN, DAY, Phase.OPEN, AT));
        events.add(
                new QuotePublished(
                        CN,
                        CEA,
                        DAY,
                        Phase.OPEN,
                        7,
                        before,
                        Price.ofYuan("43.20"),
                        Price.ofYuan("52.80"),
                        before,
                        before,
                        before,
                        before,
                        before,
                        Tonnes.of(100),
                        Money.ofYuan("4800.00"),
                        List.of(new Level(Price.ofYuan("47.99"), Tonnes.of(10), 1)),
                        List.of(),
                        AT));
    }

    private void trade(long quantity, String yuan) {
        for (long rest = quantity; rest > 0; rest -= CHUNK) {
            trade(Tonnes.of(Math.min(rest, CHUNK)), Price.ofYuan(yuan));
        }
    }

    private void trade(Tonnes quantity, Price price) {
        int number = executed.size() + 1;
        TradeId trade = new TradeId(CN, number);
        Money amount = price.times(quantity);
        events.add(
                new TradeExecuted(
                        trade,
                        DAY,
                        CEA,
                        TradingMethod.LISTED,
                        price,
                        quantity,
                        amount,
                        Side.BUY,
                        AT));
        ExecutionRecorded execution =
                new ExecutionRecorded(
                        trade,
                        DAY,
                        CEA,
                        TradingMethod.LISTED,
                        price,
                        quantity,
                        amount,
                        buyer(number),
                        seller(number),
                        new OrderId(CN, 2L * number),
                        new OrderId(CN, 2L * number + 1),
                        FEE,
                        FEE,
                        AT);
        events.add(execution);
        executed.add(execution);
        funds.merge(buyer(number), -amount.plus(FEE).fen(), Long::sum);
        funds.merge(seller(number), amount.minus(FEE).fen(), Long::sum);
        tonnes.merge(seller(number), -quantity.value(), Long::sum);
        tonnes.merge(buyer(number), quantity.value(), Long::sum);
        bought.merge(buyer(number), quantity.value(), Long::sum);
    }

    private void close() {
        for (Map.Entry<AccountId, Long> held : funds.entrySet()) {
            AccountId account = held.getKey();
            long holds = tonnes.getOrDefault(account, 0L);
            Tonnes today = Tonnes.of(bought.getOrDefault(account, 0L));
            events.add(
                    new PositionStated(
                            CN,
                            DAY,
                            account,
                            Money.ofFen(held.getValue()),
                            Money.ZERO,
                            holds == 0
                                    ? List.of()
                                    : List.of(new ProductPosition(CEA, Tonnes.of(holds), today)),
                            AT));
        }
        closed(Tonnes.of(4_103_953), Money.ofYuan("210230053.25"));
    }

    private void closed(Tonnes volume, Money amount) {
        ProductDay product =
                new ProductDay(
                        CEA,
                        Price.ofYuan("48.00"),
                        Price.ofYuan("48.00"),
                        Price.ofYuan("52.80"),
                        Price.ofYuan("48.00"),
                        Price.ofYuan("51.23"),
                        executed.size(),
                        volume,
                        amount,
                        volume,
                        amount,
                        null,
                        null,
                        null,
                        null);
        events.add(
                new TradingDayClosed(
                        CN,
                        DAY,
                        executed.size(),
                        volume,
                        amount,
                        executed.size(),
                        List.of(product),
                        "digest",
                        AT));
    }

    private void settle() {
        for (ExecutionRecorded trade : executed) {
            events.add(
                    new DeliveryLocked(trade.trade(), trade.seller(), CEA, trade.quantity(), AT));
            events.add(
                    new TradeSettled(
                            trade.trade(),
                            trade.buyer(),
                            trade.seller(),
                            CEA,
                            trade.quantity(),
                            trade.amount(),
                            FEE,
                            FEE,
                            AT));
            events.add(
                    new DeliveryCompleted(
                            trade.trade(),
                            trade.seller(),
                            trade.buyer(),
                            CEA,
                            trade.quantity(),
                            AT));
        }
    }

    private void clear() {
        events.add(
                new TradingDayCleared(
                        CN,
                        DAY,
                        executed.size(),
                        executed.size(),
                        0,
                        Tonnes.of(4_103_953),
                        Money.ofYuan("210230053.25"),
                        Money.ofFen(2L * FEE.fen() * executed.size()),
                        AT));
    }

    private void release() {
        AccountId seller = seller(1);
        Tonnes some = Tonnes.of(1_000);
        Money proceeds = Money.ofYuan("5000.00");
        events.add(new AllowancesReleased(CN, "c-1", "CN-r1", seller, CEA, some, AT));
        events.add(new AllowancesReturned("CN-r1", seller, CEA, some, CN, AT));
        events.add(new FundsReleased(CN, "c-2", "CN-r2", seller, proceeds, AT));
        events.add(new FundsReturned("CN-r2", seller, proceeds, CN, AT));
    }
}

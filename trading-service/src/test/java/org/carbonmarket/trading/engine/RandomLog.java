package org.carbonmarket.trading.engine;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TimeInForce;

/** A few days of a market as chance would have them: the same seed, the same log. */
final class RandomLog {

    private static final Market CN = Market.CN;
    private static final List<ProductCode> PRODUCTS =
            List.of(ProductCode.of("CEA"), ProductCode.of("CEA21"), ProductCode.of("CCER"));

    static final List<AccountId> ACCOUNTS =
            List.of(
                    AccountId.of("A1"),
                    AccountId.of("A2"),
                    AccountId.of("A3"),
                    AccountId.of("A4"),
                    AccountId.of("A5"));

    private final Random random;
    private final List<MarketCommand> commands = new ArrayList<>();
    private OffsetDateTime at = OffsetDateTime.parse("2023-08-24T09:00:00+08:00");
    private long facts;
    private long trades = 1;
    private long versions;

    private RandomLog(long seed) {
        random = new Random(seed);
    }

    static List<MarketCommand> of(long seed, int days, int commandsPerDay) {
        RandomLog log = new RandomLog(seed);
        log.begin();
        LocalDate day = LocalDate.of(2023, 8, 24);
        for (int i = 0; i < days; i++) {
            log.day(day, commandsPerDay);
            day = day.plusDays(1 + log.random.nextInt(3));
        }
        return log.commands;
    }

    private void begin() {
        for (AccountId account : ACCOUNTS) {
            add(new RecordAccount(CN, fact(), account, ++versions, AccountState.ACTIVE, null, at));
            add(
                    new CreditFunds(
                            CN, fact(), "E", account, Money.ofFen(random.nextInt(99_999_999)), at));
            for (ProductCode product : PRODUCTS) {
                Tonnes tonnes = Tonnes.of(random.nextInt(5_000));
                add(new CreditAllowances(CN, fact(), "E", account, product, tonnes, at));
            }
        }
        add(new ListProduct(CN, "l", PRODUCTS.get(0), Price.ofYuan("48.00"), at));
        add(new ListProduct(CN, "l", PRODUCTS.get(1), null, at));
    }

    private void day(LocalDate day, int count) {
        add(new EnterPhase(CN, day, Phase.PRE_OPEN, at));
        add(new EnterPhase(CN, day, Phase.OPEN, at));
        for (int i = 0; i < count; i++) {
            at = at.plusNanos(random.nextInt(1_000_000_000));
            add(anything());
            if (i == count / 2) {
                add(new EnterPhase(CN, day, Phase.BREAK, at));
                add(anything());
                add(new EnterPhase(CN, day, Phase.OPEN, at));
            }
        }
        add(new EnterPhase(CN, day, Phase.CLOSED, at));
        if (random.nextInt(10) > 0) {
            add(new ConfirmClearing(CN, fact(), day, at));
        }
    }

    private MarketCommand anything() {
        int choice = random.nextInt(100);
        if (choice < 66) {
            return order();
        }
        if (choice < 78) {
            return new CancelOrder(CN, "c", account(), anOrder(), at);
        }
        if (choice < 86) {
            return moves();
        }
        return choice < 95 ? finality() : operators();
    }

    private PlaceOrder order() {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        String key = random.nextInt(4) == 0 ? "k" + random.nextInt(30) : null;
        return new PlaceOrder(
                CN,
                "p" + commands.size(),
                account(),
                product(),
                side,
                Price.ofFen(4_750 + random.nextInt(12) * 10L + (random.nextInt(30) == 0 ? 900 : 0)),
                Tonnes.of(random.nextInt(50) == 0 ? random.nextLong() >>> 1 : random.nextInt(300)),
                random.nextInt(6) == 0 ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.DAY,
                random.nextInt(10) == 0 ? anOrder() : null,
                key,
                key == null ? null : "d" + random.nextInt(2),
                at);
    }

    private MarketCommand moves() {
        Tonnes tonnes = Tonnes.of(random.nextInt(400));
        Money amount = Money.ofFen(random.nextInt(3_000_000));
        return switch (random.nextInt(4)) {
            case 0 -> new CreditAllowances(CN, fact(), "E", account(), product(), tonnes, at);
            case 1 -> new CreditFunds(CN, fact(), "E", account(), amount, at);
            case 2 -> new ReleaseAllowances(CN, "r", account(), product(), tonnes, at);
            default -> new ReleaseFunds(CN, "r", account(), amount, at);
        };
    }

    private MarketCommand finality() {
        TradeId trade = new TradeId(CN, trades);
        trades += random.nextInt(3);
        return random.nextInt(3) == 0
                ? new UndoTrade(CN, fact(), trade, "FUNDS", at)
                : new ConfirmSettlement(CN, fact(), trade, at);
    }

    private MarketCommand operators() {
        return switch (random.nextInt(5)) {
            case 0 -> new Halt(CN, "h", random.nextBoolean() ? null : product(), "news", at);
            case 1, 2 -> new Resume(CN, "h", random.nextBoolean() ? null : product(), "news", at);
            case 3 ->
                    new SetRules(
                            CN,
                            "s",
                            500 + random.nextInt(1_000),
                            Tonnes.of(1 + random.nextInt(100_000)),
                            random.nextInt(3_000),
                            Money.ofFen(random.nextInt(1_000)),
                            Tonnes.of(3_000 + random.nextInt(9_000)),
                            null,
                            null,
                            null,
                            at);
            default ->
                    new RecordAccount(
                            CN,
                            fact(),
                            account(),
                            ++versions,
                            random.nextInt(3) == 0 ? AccountState.RESTRICTED : AccountState.ACTIVE,
                            null,
                            at);
        };
    }

    private void add(MarketCommand command) {
        commands.add(command);
        if (random.nextInt(40) == 0 && command instanceof MarketCommand.Fact) {
            commands.add(command);
        }
    }

    private SourcePosition fact() {
        return new SourcePosition("facts", 0, ++facts);
    }

    private AccountId account() {
        return ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
    }

    private ProductCode product() {
        return PRODUCTS.get(random.nextInt(20) == 0 ? 2 : random.nextInt(2));
    }

    private OrderId anOrder() {
        return new OrderId(CN, Math.max(0, commands.size() - 1 - random.nextInt(30)));
    }
}

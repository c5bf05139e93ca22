package org.carbonmarket.trading.engine;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.carbonmarket.events.marketlog.MarketCommand;
import org.carbonmarket.events.marketlog.MarketCommand.CancelAllOrders;
import org.carbonmarket.events.marketlog.MarketCommand.CancelOrder;
import org.carbonmarket.events.marketlog.MarketCommand.ConfirmClearing;
import org.carbonmarket.events.marketlog.MarketCommand.CreditAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.CreditFunds;
import org.carbonmarket.events.marketlog.MarketCommand.EnterPhase;
import org.carbonmarket.events.marketlog.MarketCommand.ListProduct;
import org.carbonmarket.events.marketlog.MarketCommand.PlaceOrder;
import org.carbonmarket.events.marketlog.MarketCommand.RecordAccount;
import org.carbonmarket.events.marketlog.MarketCommand.ReplaceOrder;
import org.carbonmarket.events.marketlog.MarketCommand.SourcePosition;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TimeInForce;
import org.jspecify.annotations.Nullable;

/** Days of a market as chance would have them: the same seed, the same log. */
public final class RandomLog {

    private static final Market CN = Market.CN;
    private static final int REMEMBERED = 20;
    static final List<ProductCode> PRODUCTS =
            List.of(ProductCode.of("CEA"), ProductCode.of("CEA21"), ProductCode.of("CCER"));

    public static final List<AccountId> ACCOUNTS =
            List.of(
                    AccountId.of("A1"),
                    AccountId.of("A2"),
                    AccountId.of("A3"),
                    AccountId.of("A4"),
                    AccountId.of("A5"));

    private final Random random;
    private final Consumer<MarketCommand> log;
    private final RandomBlocks blocks;
    private final RandomValue value;
    private final RandomOperations operations;
    private OffsetDateTime at = OffsetDateTime.parse("2023-08-24T09:00:00+08:00");
    private long size;
    private long facts;
    private long versions;
    private Seen seen;
    private @Nullable LocalDate uncleared;
    private boolean isAfternoon;
    private final List<Placed> placed = new ArrayList<>();

    /**
     * An order or a block offer.
     *
     * @param to whom an offer is made alone
     */
    public record Placed(OrderId order, AccountId account, @Nullable AccountId to) {}

    /** What is there to speak of; the same log must see the same. */
    public interface Seen {

        long newestTrade();

        /** An open order, null when there is none. */
        @Nullable Placed order(Random random);

        /** A standing block offer, null when there is none. */
        @Nullable Placed offer(Random random);
    }

    /** For a log nobody reads while it is made. */
    private final class Guesses implements Seen {

        @Override
        public long newestTrade() {
            return size / 8;
        }

        @Override
        public @Nullable Placed order(Random any) {
            return placed.isEmpty() ? null : placed.get(any.nextInt(placed.size()));
        }

        @Override
        public @Nullable Placed offer(Random any) {
            return blocks.lately();
        }
    }

    private RandomLog(long seed, Consumer<MarketCommand> log) {
        random = new Random(seed);
        this.log = log;
        blocks = new RandomBlocks(random);
        value = new RandomValue(random);
        operations = new RandomOperations(random);
        seen = new Guesses();
    }

    /** The log of a seed as a whole. */
    static List<MarketCommand> of(long seed, int days, int commandsPerDay) {
        List<MarketCommand> commands = new ArrayList<>();
        new RandomLog(seed, commands::add).run(days, commandsPerDay);
        return commands;
    }

    /**
     * Makes the log of a seed command by command, so that most of it is about what is there.
     *
     * @param seen what the log's reader makes of it
     */
    public static void feed(
            long seed, int days, int commandsPerDay, Seen seen, Consumer<MarketCommand> log) {
        RandomLog random = new RandomLog(seed, log);
        random.seen = seen;
        random.run(days, commandsPerDay);
    }

    private void run(int days, int commandsPerDay) {
        begin();
        LocalDate day = at.toLocalDate();
        for (int i = 0; i < days; i++) {
            day(day, commandsPerDay);
            day = day.plusDays(1 + random.nextInt(3));
        }
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
        add(operations.rules(at));
    }

    private void day(LocalDate day, int count) {
        at = day.atTime(9, 0).atOffset(at.getOffset());
        isAfternoon = false;
        add(new EnterPhase(CN, day, Phase.PRE_OPEN, at));
        if (uncleared != null) {
            add(new ConfirmClearing(CN, fact(), uncleared, at));
            add(new EnterPhase(CN, day, Phase.PRE_OPEN, at));
            uncleared = null;
        }
        add(new EnterPhase(CN, day, Phase.OPEN, at));
        for (int i = 0; i < count; i++) {
            at = at.plusNanos(random.nextInt(1_000_000_000));
            add(anything());
            if (i == count / 2) {
                add(new EnterPhase(CN, day, Phase.BREAK, at));
                isAfternoon = true;
                add(anything());
                add(new EnterPhase(CN, day, Phase.OPEN, at));
            }
        }
        add(new EnterPhase(CN, day, Phase.CLOSED, at));
        if (random.nextInt(10) > 0) {
            add(new ConfirmClearing(CN, fact(), day, at));
        } else {
            uncleared = day;
        }
    }

    private MarketCommand anything() {
        int choice = random.nextInt(100);
        if (choice < 48) {
            return order();
        }
        if (choice < 56) {
            Placed placed = lately();
            return new CancelOrder(CN, "c", owner(placed), placed.order(), at);
        }
        if (choice < 65) {
            return change();
        }
        if (choice < (isAfternoon ? 76 : 66)) {
            return blocks.step(seen.offer(random), account(), product(), new OrderId(CN, size), at);
        }
        if (choice < 85) {
            return value.moves(account(), product(), fact(), at);
        }
        return choice < 95 ? value.ends(seen.newestTrade(), fact(), at) : operators();
    }

    private MarketCommand change() {
        if (random.nextInt(10) == 0) {
            ProductCode product = random.nextBoolean() ? product() : null;
            return new CancelAllOrders(CN, "a", account(), product, at);
        }
        Placed placed = lately();
        return new ReplaceOrder(
                CN,
                "r",
                owner(placed),
                placed.order(),
                random.nextBoolean() ? price() : null,
                random.nextBoolean() ? Tonnes.of(random.nextInt(300)) : null,
                at);
    }

    private PlaceOrder order() {
        AccountId account = account();
        placed.add(new Placed(new OrderId(CN, size), account, null));
        if (placed.size() > REMEMBERED) {
            placed.removeFirst();
        }
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        String key = random.nextInt(4) == 0 ? "k" + random.nextInt(30) : null;
        return new PlaceOrder(
                CN,
                "p" + size,
                account,
                product(),
                side,
                price(),
                Tonnes.of(random.nextInt(50) == 0 ? random.nextLong() >>> 1 : random.nextInt(300)),
                random.nextInt(6) == 0 ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.DAY,
                random.nextInt(10) == 0 ? lately().order() : null,
                key,
                key == null ? null : "d" + random.nextInt(2),
                at);
    }

    private Price price() {
        return Price.ofFen(4_750 + random.nextInt(12) * 10L + (random.nextInt(30) == 0 ? 900 : 0));
    }

    private MarketCommand operators() {
        return random.nextInt(12) < 8
                ? operations.any(at)
                : new RecordAccount(
                        CN,
                        fact(),
                        account(),
                        ++versions,
                        random.nextInt(6) == 0 ? AccountState.RESTRICTED : AccountState.ACTIVE,
                        null,
                        at);
    }

    private void add(MarketCommand command) {
        log.accept(command);
        size++;
        if (random.nextInt(40) == 0 && command instanceof MarketCommand.Fact) {
            log.accept(command);
            size++;
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

    /** An order placed lately, or one that never was. */
    private Placed lately() {
        Placed order = random.nextInt(20) == 0 ? null : seen.order(random);
        return order == null
                ? new Placed(new OrderId(CN, random.nextInt(9_999)), account(), null)
                : order;
    }

    /** Mostly whose order it is. */
    private AccountId owner(Placed order) {
        return random.nextInt(12) == 0 ? account() : order.account();
    }
}

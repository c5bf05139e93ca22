package org.carbonmarket.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.carbonmarket.events.marketlog.MarketCommand.CancelOrder;
import org.carbonmarket.events.marketlog.MarketCommand.EnterPhase;
import org.carbonmarket.events.marketlog.MarketCommand.ListProduct;
import org.carbonmarket.events.marketlog.MarketCommand.PlaceOrder;
import org.carbonmarket.events.marketlog.MarketCommand.ReleaseAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.ReleaseFunds;
import org.carbonmarket.events.marketlog.MarketCommand.SetRules;
import org.carbonmarket.events.marketlog.MarketCommand.VoidTrade;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TimeInForce;
import org.carbonmarket.registry.deliveries.SimulatedRegistry;
import org.carbonmarket.settlement.deliverypayment.SimulatedSettlement;
import org.carbonmarket.trading.bridge.SimulatedBridge;

/**
 * Two markets, the registry and settlement around a broker in memory, and participants who do what
 * comes to their minds. One seed, one run: every step, batch, delay and crash follows from it.
 */
final class SimulatedPlatform {

    static final List<AccountId> ACCOUNTS =
            IntStream.rangeClosed(1, 5).mapToObj(number -> AccountId.of("P-" + number)).toList();
    static final List<ProductCode> PRODUCTS =
            List.of(ProductCode.of("CEA"), ProductCode.of("CEA21"));
    static final Tonnes ISSUED = Tonnes.of(2_000);
    static final Money DEPOSITED = Money.ofYuan("60000.00");

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2021-07-16T10:00:00+08:00");
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 7, 16);
    private static final int STEPS_TO_REST = 200_000;

    final Broker broker = new Broker();
    final SimulatedRegistry registry = new SimulatedRegistry(broker, NOW);
    final SimulatedSettlement settlement = new SimulatedSettlement(broker, NOW);
    final List<SimulatedMarket> markets =
            List.of(new SimulatedMarket(broker, Market.CN), new SimulatedMarket(broker, Market.HB));

    private final Chance chance;
    private final List<SimulatedProcess> processes = new ArrayList<>();
    private int commands;

    SimulatedPlatform(long seed) {
        chance = new Chance(seed);
        processes.add(registry);
        processes.add(settlement);
        processes.add(new SimulatedBridge(broker));
        processes.addAll(markets);
        for (AccountId account : ACCOUNTS) {
            PRODUCTS.forEach(product -> registry.open(account, product, ISSUED));
            settlement.deposit(account, DEPOSITED);
            for (SimulatedMarket market : markets) {
                PRODUCTS.forEach(product ->
                        registry.entrust(account, product, Tonnes.of(150), market.market()));
                settlement.entrust(account, Money.ofYuan("9000.00"), market.market());
            }
        }
        for (SimulatedMarket market : markets) {
            market.send(rules(market.market()));
            PRODUCTS.forEach(product ->
                    market.send(
                            new ListProduct(
                                    market.market(),
                                    command(),
                                    product,
                                    Price.ofYuan("48.00"),
                                    NOW)));
        }
    }

    private SetRules rules(Market market) {
        return new SetRules(
                market,
                command(),
                1_000,
                Tonnes.of(99_999),
                500,
                Money.ofYuan("0.05"),
                Tonnes.of(1_000_000),
                null,
                null,
                null,
                NOW);
    }

    /** Trading hours of a day: people act while the processes work, stop and come back. */
    void day(int number, int acts) {
        LocalDate day = FIRST_DAY.plusDays(number);
        for (SimulatedMarket market : markets) {
            market.send(new EnterPhase(market.market(), day, Phase.PRE_OPEN, NOW));
            market.send(new EnterPhase(market.market(), day, Phase.OPEN, NOW));
        }
        for (int i = 0; i < acts; i++) {
            act();
            for (int steps = chance.below(8); steps > 0; steps--) {
                chance.of(processes).step(chance);
            }
        }
    }

    void close(int number) {
        LocalDate day = FIRST_DAY.plusDays(number);
        for (SimulatedMarket market : markets) {
            market.send(new EnterPhase(market.market(), day, Phase.BREAK, NOW));
            market.send(new EnterPhase(market.market(), day, Phase.OPEN, NOW));
            market.send(new EnterPhase(market.market(), day, Phase.CLOSED, NOW));
        }
    }

    /** Lets the processes work until nothing waits anywhere. */
    void rest() {
        for (int steps = 0; !processes.stream().allMatch(SimulatedProcess::rests); steps++) {
            assertThat(steps).as("steps until everything rests").isLessThan(STEPS_TO_REST);
            chance.of(processes).step(chance);
        }
    }

    private void act() {
        SimulatedMarket market = chance.of(markets);
        AccountId account = chance.of(ACCOUNTS);
        ProductCode product = chance.of(PRODUCTS);
        Tonnes tonnes = Tonnes.of(1 + chance.below(120));
        Money amount = Money.ofFen(100_000 + chance.below(1_000_000));
        switch (chance.below(13)) {
            case 0 -> registry.entrust(account, product, tonnes, market.market());
            case 1 -> settlement.entrust(account, amount, market.market());
            case 2 ->
                    market.send(
                            new ReleaseAllowances(
                                    market.market(), command(), account, product, tonnes, NOW));
            case 3 ->
                    market.send(new ReleaseFunds(market.market(), command(), account, amount, NOW));
            case 4 ->
                    market.send(
                            new CancelOrder(
                                    market.market(),
                                    command(),
                                    account,
                                    new OrderId(market.market(), chance.below((int) market.end())),
                                    NOW));
            case 5 -> voidSomeTrade(market);
            default -> market.send(order(market.market(), account, product));
        }
    }

    private void voidSomeTrade(SimulatedMarket market) {
        int trades =
                (int)
                        broker.end(
                                new Broker.Partition(
                                        Topic.TRADING_EXECUTIONS, market.market().partition()));
        if (trades > 0) {
            market.send(
                    new VoidTrade(
                            market.market(),
                            command(),
                            new TradeId(market.market(), 1 + chance.below(trades)),
                            "error",
                            "one",
                            "other",
                            NOW));
        }
    }

    private PlaceOrder order(Market market, AccountId account, ProductCode product) {
        return new PlaceOrder(
                market,
                command(),
                account,
                product,
                chance.oneIn(2) ? Side.BUY : Side.SELL,
                Price.ofFen(4_780 + 10L * chance.below(5)),
                Tonnes.of(1 + chance.below(60)),
                chance.oneIn(6) ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.DAY,
                null,
                null,
                null,
                NOW);
    }

    private String command() {
        return "c" + ++commands;
    }
}

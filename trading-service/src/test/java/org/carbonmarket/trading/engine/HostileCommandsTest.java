package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.AT;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CEA;
import static org.carbonmarket.trading.engine.Scenario.CN;
import static org.carbonmarket.trading.engine.Scenario.FRIDAY;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.carbonmarket.events.marketlog.MarketCommand;
import org.carbonmarket.events.marketlog.MarketCommand.ConfirmClearing;
import org.carbonmarket.events.marketlog.MarketCommand.ConfirmSettlement;
import org.carbonmarket.events.marketlog.MarketCommand.CreditAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.CreditFunds;
import org.carbonmarket.events.marketlog.MarketCommand.EnterPhase;
import org.carbonmarket.events.marketlog.MarketCommand.PlaceOrder;
import org.carbonmarket.events.marketlog.MarketCommand.RecallAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.RecallFunds;
import org.carbonmarket.events.marketlog.MarketCommand.RecordAccount;
import org.carbonmarket.events.marketlog.MarketCommand.Request;
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
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TimeInForce;
import org.junit.jupiter.api.Test;

/** What no well-meaning caller sends: it is refused or ignored, never thrown at, never acted on. */
class HostileCommandsTest {

    private static final int COMMANDS = 50_000;
    static final AccountId STRANGER = AccountId.of("STRANGER");
    static final ProductCode UNKNOWN = ProductCode.of("NOTHING");
    private static final SourcePosition STALE = new SourcePosition("test.facts", 0, 1);

    /** Position, time and output counters: all a refused command may move. */
    private static final int MOVING_FROM = 15;

    private static final int MOVING_TO = MOVING_FROM + 8 + 16 + 40;

    private static final int CHECKSUM = Integer.BYTES;

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final HostileRequests requests = new HostileRequests(random);
    private final Scenario market = Scenario.openMarket();

    @Test
    void hostileCommandsChangeNothing() {
        System.out.println("hostile commands from seed " + seed);
        market.enter(FRIDAY, Phase.BREAK);
        market.enter(FRIDAY, Phase.OPEN);
        market.sell(ANNA, "49.00", 10);
        market.buy(BO, "47.00", 10);
        byte[] before = lastingState();
        for (int i = 0; i < COMMANDS; i++) {
            MarketCommand command = hostile();
            List<PublishedEvent> events = market.send(command);
            boolean mustAnswer = command instanceof Request;
            assertThat(events).as(command.toString()).hasSize(mustAnswer ? 1 : 0);
            if (i % 500 == 0) {
                assertThat(lastingState()).as("after " + command).isEqualTo(before);
            }
        }
        assertThat(lastingState()).isEqualTo(before);
    }

    @Test
    void aCommandOfAnotherMarketIsNotThisEnginesBusiness() {
        byte[] before = lastingState();
        assertThat(
                        market.send(
                                new RecordAccount(
                                        Market.HB,
                                        market.fact(),
                                        ANNA,
                                        9,
                                        AccountState.CLOSED,
                                        null,
                                        AT)))
                .isEmpty();
        assertThat(lastingState()).isEqualTo(before);
    }

    @Test
    void aCreditBeyondAllReasonIsHandedBackAtOnce() {
        assertThat(market.creditAllowances(ANNA, CEA, Long.MAX_VALUE).getLast())
                .isEqualTo(
                        new AllowancesReleased(
                                CN,
                                "E",
                                "CN-R" + market.lastPosition(),
                                ANNA,
                                CEA,
                                Tonnes.of(Long.MAX_VALUE),
                                AT));
        assertThat(market.creditFunds(ANNA, "92233720368547758.07").getLast())
                .isEqualTo(
                        new FundsReleased(
                                CN,
                                "E",
                                "CN-R" + market.lastPosition(),
                                ANNA,
                                Money.ofFen(Long.MAX_VALUE),
                                AT));
        assertThat(market.moneyOf(ANNA)).isEqualTo("1000000.00/0.00");
        assertThat(market.tonnesOf(ANNA)).isEqualTo("10000/0/0");
    }

    @Test
    void aPositionThatDoesNotGrowIsADefectOfTheCaller() {
        MarketEngine engine = market.engine();
        assertThatThrownBy(() ->
                        engine.apply(
                                engine.position(),
                                market.order(ANNA, Side.BUY, "48.00", 1),
                                (event, sequence) -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] lastingState() {
        byte[] snapshot = market.engine().snapshot();
        Arrays.fill(snapshot, MOVING_FROM, MOVING_TO, (byte) 0);
        return Arrays.copyOf(snapshot, snapshot.length - CHECKSUM);
    }

    private MarketCommand hostile() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> order();
            case 3 -> staleFact();
            default -> requests.any();
        };
    }

    private PlaceOrder order() {
        boolean stranger = random.nextInt(4) == 0;
        return new PlaceOrder(
                CN,
                "x",
                stranger ? STRANGER : ANNA,
                random.nextInt(4) == 0 ? UNKNOWN : CEA,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                Price.ofFen(random.nextBoolean() ? huge() : 1 + random.nextInt(4_319)),
                Tonnes.of(random.nextBoolean() ? huge() : 0),
                random.nextBoolean() ? TimeInForce.DAY : TimeInForce.IMMEDIATE_OR_CANCEL,
                random.nextBoolean() ? null : new OrderId(Market.HB, huge()),
                stranger ? "key" : null,
                null,
                AT);
    }

    private MarketCommand staleFact() {
        TradeId trade = new TradeId(CN, random.nextInt(10));
        return switch (random.nextInt(9)) {
            case 7 -> new RecallAllowances(CN, STALE, "Q", ANNA, CEA, Tonnes.of(huge()), AT);
            case 8 -> new RecallFunds(CN, STALE, "Q", ANNA, cash(), AT);
            case 0 -> new RecordAccount(CN, STALE, ANNA, huge(), AccountState.CLOSED, null, AT);
            case 1 -> new CreditAllowances(CN, STALE, "E", ANNA, CEA, Tonnes.of(huge()), AT);
            case 2 -> new CreditFunds(CN, STALE, "E", ANNA, cash(), AT);
            case 3 -> new ConfirmSettlement(CN, STALE, trade, AT);
            case 4 -> new UndoTrade(CN, STALE, trade, "x", AT);
            case 5 -> new ConfirmClearing(CN, STALE, LocalDate.MAX, AT);
            default -> new EnterPhase(CN, FRIDAY.plusDays(1), Phase.HALTED, AT);
        };
    }

    private Money cash() {
        return requests.cash();
    }

    private long huge() {
        return requests.huge();
    }
}

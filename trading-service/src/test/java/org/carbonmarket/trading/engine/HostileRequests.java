package org.carbonmarket.trading.engine;

import static org.carbonmarket.trading.engine.HostileCommandsTest.STRANGER;
import static org.carbonmarket.trading.engine.HostileCommandsTest.UNKNOWN;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.AT;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CEA;
import static org.carbonmarket.trading.engine.Scenario.CN;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.carbonmarket.events.marketlog.AuctionCommand.AdmitBidder;
import org.carbonmarket.events.marketlog.AuctionCommand.AnnounceAuction;
import org.carbonmarket.events.marketlog.AuctionCommand.CancelAuction;
import org.carbonmarket.events.marketlog.AuctionCommand.EndAuction;
import org.carbonmarket.events.marketlog.AuctionCommand.PlaceBid;
import org.carbonmarket.events.marketlog.AuctionCommand.WithdrawBid;
import org.carbonmarket.events.marketlog.BlockCommand.ConfirmBlock;
import org.carbonmarket.events.marketlog.BlockCommand.CounterBlock;
import org.carbonmarket.events.marketlog.BlockCommand.DeclineBlock;
import org.carbonmarket.events.marketlog.BlockCommand.OfferBlock;
import org.carbonmarket.events.marketlog.BlockCommand.WithdrawBlock;
import org.carbonmarket.events.marketlog.MarketCommand.CancelAllOrders;
import org.carbonmarket.events.marketlog.MarketCommand.CancelOrder;
import org.carbonmarket.events.marketlog.MarketCommand.Halt;
import org.carbonmarket.events.marketlog.MarketCommand.ListProduct;
import org.carbonmarket.events.marketlog.MarketCommand.ReleaseAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.ReleaseFunds;
import org.carbonmarket.events.marketlog.MarketCommand.ReplaceOrder;
import org.carbonmarket.events.marketlog.MarketCommand.Request;
import org.carbonmarket.events.marketlog.MarketCommand.Resume;
import org.carbonmarket.events.marketlog.MarketCommand.SetProductRules;
import org.carbonmarket.events.marketlog.MarketCommand.SetRules;
import org.carbonmarket.events.marketlog.MarketCommand.VoidTrade;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.AuctionPricing;
import org.carbonmarket.events.trading.Side;

/** Requests of every kind that must be refused, or done without any change. */
record HostileRequests(Random random) {

    Request any() {
        return switch (random.nextInt(4)) {
            case 0 -> ofParticipants();
            case 1 -> ofOperators();
            case 2 -> ofBlocks();
            default -> ofAuctions();
        };
    }

    private Request ofParticipants() {
        return switch (random.nextInt(9)) {
            case 0 -> new CancelOrder(CN, "x", ANNA, new OrderId(CN, huge()), AT);
            case 1 -> new CancelOrder(CN, "x", STRANGER, new OrderId(Market.GD, 3), AT);
            case 2 -> new ReleaseAllowances(CN, "x", ANNA, CEA, Tonnes.of(huge()), AT);
            case 3 -> new ReleaseAllowances(CN, "x", ANNA, UNKNOWN, Tonnes.of(1), AT);
            case 4 -> new ReleaseFunds(CN, "x", random.nextBoolean() ? ANNA : STRANGER, cash(), AT);
            case 5 -> new ReplaceOrder(CN, "x", ANNA, number(), price(), tonnes(), AT);
            case 6 -> new ReplaceOrder(CN, "x", STRANGER, number(), null, null, AT);
            case 7 -> new CancelAllOrders(CN, "x", STRANGER, null, AT);
            default -> new CancelAllOrders(CN, "x", ANNA, UNKNOWN, AT);
        };
    }

    private Request ofOperators() {
        TradeId trade = new TradeId(random.nextBoolean() ? CN : Market.GD, huge());
        return switch (random.nextInt(7)) {
            case 0 -> new ListProduct(CN, "x", UNKNOWN, Price.ofFen(1_000_000 + huge() / 2), AT);
            case 1 -> new Halt(CN, "x", UNKNOWN, "x", AT);
            case 2 -> new Resume(CN, "x", random.nextBoolean() ? UNKNOWN : null, "x", AT);
            case 3 -> new SetProductRules(CN, "x", UNKNOWN, 100, 100, Tonnes.ZERO, AT);
            case 4 -> new SetProductRules(CN, "x", CEA, extreme(), null, Tonnes.of(huge()), AT);
            case 5 -> new VoidTrade(CN, "x", trade, "x", "OP-1", "OP-2", AT);
            default ->
                    new SetRules(
                            CN,
                            "x",
                            extreme(),
                            Tonnes.of(huge()),
                            random.nextInt(),
                            cash(),
                            Tonnes.of(huge()),
                            extreme(),
                            Tonnes.of(huge()),
                            extreme(),
                            AT);
        };
    }

    private Request ofBlocks() {
        String key = random.nextBoolean() ? null : "key";
        return switch (random.nextInt(6)) {
            case 0 ->
                    new OfferBlock(
                            CN,
                            "x",
                            STRANGER,
                            CEA,
                            Side.BUY,
                            Price.ofYuan("48.00"),
                            Tonnes.of(100_000),
                            BO,
                            null,
                            key,
                            null,
                            AT);
            case 1 ->
                    new OfferBlock(
                            CN,
                            "x",
                            ANNA,
                            random.nextInt(3) == 0 ? UNKNOWN : CEA,
                            random.nextBoolean() ? Side.BUY : Side.SELL,
                            price(),
                            tonnes(),
                            List.of(BO, ANNA, STRANGER).get(random.nextInt(3)),
                            time(),
                            null,
                            null,
                            AT);
            case 2 ->
                    new CounterBlock(
                            CN, "x", someone(), number(), price(), tonnes(), time(), null, null,
                            AT);
            case 3 -> new ConfirmBlock(CN, "x", someone(), number(), AT);
            case 4 -> new WithdrawBlock(CN, "x", someone(), number(), AT);
            default -> new DeclineBlock(CN, "x", someone(), number(), AT);
        };
    }

    private Request ofAuctions() {
        return switch (random.nextInt(6)) {
            case 0 ->
                    new AnnounceAuction(
                            CN,
                            "x",
                            someone(),
                            random.nextInt(3) == 0 ? UNKNOWN : CEA,
                            tonnes(),
                            price(),
                            AuctionPricing.UNIFORM,
                            time(),
                            time(),
                            List.of(BO, STRANGER),
                            "no key",
                            AT);
            case 1 -> new AdmitBidder(CN, "x", number(), someone(), AT);
            case 2 -> new PlaceBid(CN, "x", someone(), number(), cash(), "nothing", null, null, AT);
            case 3 -> new WithdrawBid(CN, "x", someone(), number(), AT);
            case 4 -> new CancelAuction(CN, "x", number(), "x", AT);
            default -> new EndAuction(CN, "x", number(), "no key", AT);
        };
    }

    private AccountId someone() {
        return random.nextBoolean() ? ANNA : STRANGER;
    }

    private OrderId number() {
        return new OrderId(random.nextInt(3) == 0 ? Market.HB : CN, huge());
    }

    private Price price() {
        return Price.ofFen(random.nextBoolean() ? huge() : 1 + random.nextInt(3_359));
    }

    private Tonnes tonnes() {
        return Tonnes.of(random.nextBoolean() ? huge() : 0);
    }

    private OffsetDateTime time() {
        return switch (random.nextInt(4)) {
            case 0 -> OffsetDateTime.MIN;
            case 1 -> OffsetDateTime.MAX;
            case 2 -> AT.minusSeconds(1);
            default -> AT.plusYears(1);
        };
    }

    private int extreme() {
        return random.nextBoolean() ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    }

    Money cash() {
        return Money.ofFen(Math.max(huge(), 1_000_000_01));
    }

    long huge() {
        return random.nextBoolean()
                ? Long.MAX_VALUE - random.nextInt(3)
                : 1_000_000_000L + (random.nextLong() >>> 1) / 2;
    }
}

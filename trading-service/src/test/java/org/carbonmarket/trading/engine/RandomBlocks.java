package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.carbonmarket.events.marketlog.BlockCommand.ConfirmBlock;
import org.carbonmarket.events.marketlog.BlockCommand.CounterBlock;
import org.carbonmarket.events.marketlog.BlockCommand.DeclineBlock;
import org.carbonmarket.events.marketlog.BlockCommand.OfferBlock;
import org.carbonmarket.events.marketlog.BlockCommand.WithdrawBlock;
import org.carbonmarket.events.marketlog.MarketCommand;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.trading.engine.RandomLog.Placed;
import org.jspecify.annotations.Nullable;

/** Steps of block trading as chance would have them, most about offers made lately. */
final class RandomBlocks {

    private static final Market CN = Market.CN;
    private static final int REMEMBERED = 6;

    private final Random random;
    private final List<Placed> lately = new ArrayList<>();

    RandomBlocks(Random random) {
        this.random = random;
    }

    /** An offer made lately; whether it was taken shows on the log. */
    @Nullable Placed lately() {
        return lately.isEmpty() ? null : lately.get(random.nextInt(lately.size()));
    }

    /**
     * One step.
     *
     * @param standing an offer it may be about
     * @param number of an offer it makes
     */
    MarketCommand step(
            @Nullable Placed standing,
            AccountId account,
            ProductCode product,
            OrderId number,
            OffsetDateTime at) {
        int choice = random.nextInt(12);
        String key = random.nextInt(6) == 0 ? "k" + random.nextInt(30) : null;
        String digest = key == null ? null : "d" + random.nextInt(2);
        String command = "b" + number.position();
        if (standing == null || choice < 5) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            AccountId to = random.nextBoolean() ? null : someone();
            remember(new Placed(number, account, to));
            return new OfferBlock(
                    CN,
                    command,
                    account,
                    product,
                    side,
                    price(),
                    tonnes(),
                    to,
                    goodUntil(at),
                    key,
                    digest,
                    at);
        }
        AccountId to = standing.to();
        AccountId taker = to == null || random.nextInt(8) == 0 ? account : to;
        if (choice < 8) {
            remember(new Placed(number, taker, standing.account()));
            return new CounterBlock(
                    CN,
                    command,
                    taker,
                    standing.order(),
                    price(),
                    tonnes(),
                    goodUntil(at),
                    key,
                    digest,
                    at);
        }
        return switch (choice) {
            case 8, 9 -> new ConfirmBlock(CN, command, taker, standing.order(), at);
            case 10 ->
                    new WithdrawBlock(
                            CN,
                            command,
                            random.nextInt(8) == 0 ? account : standing.account(),
                            standing.order(),
                            at);
            default -> new DeclineBlock(CN, command, taker, standing.order(), at);
        };
    }

    private Price price() {
        return Price.ofFen(3_900 + random.nextInt(2_000));
    }

    private Tonnes tonnes() {
        return Tonnes.of(80 + random.nextInt(500));
    }

    private AccountId someone() {
        return RandomLog.ACCOUNTS.get(random.nextInt(RandomLog.ACCOUNTS.size()));
    }

    private @Nullable OffsetDateTime goodUntil(OffsetDateTime at) {
        return random.nextInt(3) > 0 ? null : at.plusSeconds(random.nextInt(40) - 3);
    }

    private void remember(Placed offer) {
        lately.add(offer);
        if (lately.size() > REMEMBERED) {
            lately.removeFirst();
        }
    }
}

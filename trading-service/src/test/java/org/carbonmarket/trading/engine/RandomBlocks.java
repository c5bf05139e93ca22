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
import org.jspecify.annotations.Nullable;

/** Steps of block trading as chance would have them, most about offers made lately. */
final class RandomBlocks {

    private static final Market CN = Market.CN;
    private static final int REMEMBERED = 6;

    private final Random random;
    private final List<OrderId> lately = new ArrayList<>();

    RandomBlocks(Random random) {
        this.random = random;
    }

    /**
     * One step.
     *
     * @param position where it will be on the log
     */
    MarketCommand step(AccountId account, ProductCode product, long position, OffsetDateTime at) {
        int choice = lately.isEmpty() ? 0 : random.nextInt(12);
        String key = random.nextInt(6) == 0 ? "k" + random.nextInt(30) : null;
        String digest = key == null ? null : "d" + random.nextInt(2);
        return switch (choice) {
            case 0, 1, 2, 3 -> {
                remember(position);
                yield new OfferBlock(
                        CN,
                        "b" + position,
                        account,
                        product,
                        random.nextBoolean() ? Side.BUY : Side.SELL,
                        price(),
                        tonnes(),
                        random.nextBoolean() ? null : someone(),
                        goodUntil(at),
                        key,
                        digest,
                        at);
            }
            case 4, 5, 6 -> {
                OrderId answered = lately();
                remember(position);
                yield new CounterBlock(
                        CN,
                        "b" + position,
                        account,
                        answered,
                        price(),
                        tonnes(),
                        goodUntil(at),
                        key,
                        digest,
                        at);
            }
            case 7, 8, 9 -> new ConfirmBlock(CN, "b" + position, account, lately(), at);
            case 10 -> new WithdrawBlock(CN, "b" + position, account, lately(), at);
            default -> new DeclineBlock(CN, "b" + position, account, lately(), at);
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

    private OrderId lately() {
        return lately.get(random.nextInt(lately.size()));
    }

    private void remember(long position) {
        lately.add(new OrderId(CN, position));
        if (lately.size() > REMEMBERED) {
            lately.removeFirst();
        }
    }
}

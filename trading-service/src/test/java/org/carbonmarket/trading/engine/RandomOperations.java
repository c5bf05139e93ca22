package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import java.util.Random;
import org.carbonmarket.events.marketlog.MarketCommand;
import org.carbonmarket.events.marketlog.MarketCommand.Halt;
import org.carbonmarket.events.marketlog.MarketCommand.Resume;
import org.carbonmarket.events.marketlog.MarketCommand.SetProductRules;
import org.carbonmarket.events.marketlog.MarketCommand.SetRules;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.jspecify.annotations.Nullable;

/** Operators as chance would have them: seldom a halt, soon a resumption, rules of all kinds. */
final class RandomOperations {

    private static final Market CN = Market.CN;

    private final Random random;

    RandomOperations(Random random) {
        this.random = random;
    }

    MarketCommand any(OffsetDateTime at) {
        return switch (random.nextInt(24)) {
            case 0 -> new Halt(CN, "h", whole(), "news", at);
            case 1, 2, 3 -> rules(at);
            case 4, 5, 6, 7 -> productRules(at);
            default -> new Resume(CN, "h", whole(), "news", at);
        };
    }

    /** The whole market, or a product. */
    private @Nullable ProductCode whole() {
        return random.nextBoolean() ? null : product();
    }

    private ProductCode product() {
        return RandomLog.PRODUCTS.get(random.nextInt(RandomLog.PRODUCTS.size()));
    }

    SetRules rules(OffsetDateTime at) {
        return new SetRules(
                CN,
                "s",
                random.nextInt(20) == 0 ? 0 : 500 + random.nextInt(1_000),
                Tonnes.of(1 + random.nextInt(100_000)),
                random.nextInt(3_000),
                Money.ofFen(random.nextInt(1_000)),
                positionLimit(),
                random.nextBoolean() ? null : 1_000 + random.nextInt(3_000),
                Tonnes.of(100 + random.nextInt(100)),
                null,
                at);
    }

    private SetProductRules productRules(OffsetDateTime at) {
        return new SetProductRules(
                CN,
                "s",
                product(),
                random.nextBoolean() ? null : random.nextInt(1_500),
                random.nextBoolean() ? null : random.nextInt(5_100),
                random.nextInt(3) > 0 ? null : positionLimit(),
                at);
    }

    /** Within what accounts hold, or far above it. */
    private Tonnes positionLimit() {
        return Tonnes.of(random.nextInt(4) == 0 ? 3_000 + random.nextInt(9_000) : 1_000_000_000);
    }
}

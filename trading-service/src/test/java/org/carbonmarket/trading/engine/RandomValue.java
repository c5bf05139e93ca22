package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import java.util.Random;
import org.carbonmarket.events.marketlog.MarketCommand;
import org.carbonmarket.events.marketlog.MarketCommand.ConfirmSettlement;
import org.carbonmarket.events.marketlog.MarketCommand.CreditAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.CreditFunds;
import org.carbonmarket.events.marketlog.MarketCommand.RecallAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.RecallFunds;
import org.carbonmarket.events.marketlog.MarketCommand.ReleaseAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.ReleaseFunds;
import org.carbonmarket.events.marketlog.MarketCommand.SourcePosition;
import org.carbonmarket.events.marketlog.MarketCommand.UndoTrade;
import org.carbonmarket.events.marketlog.MarketCommand.VoidTrade;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;

/** Value handed over, let go of and called back, and the ends of trades, as chance has them. */
final class RandomValue {

    private static final Market CN = Market.CN;

    private final Random random;

    RandomValue(Random random) {
        this.random = random;
    }

    MarketCommand moves(
            AccountId account, ProductCode product, SourcePosition source, OffsetDateTime at) {
        Tonnes tonnes = Tonnes.of(random.nextInt(400));
        Money amount = Money.ofFen(random.nextInt(3_000_000));
        return switch (random.nextInt(18)) {
            case 0, 1, 2, 3, 4, 5 ->
                    new CreditAllowances(CN, source, "E", account, product, tonnes, at);
            case 6, 7, 8, 9, 10, 11 -> new CreditFunds(CN, source, "E", account, amount, at);
            case 12 -> new RecallAllowances(CN, source, "Q", account, product, recalled(), at);
            case 13 ->
                    new RecallFunds(
                            CN, source, "Q", account, Money.ofFen(recalled().value() * 6_000), at);
            case 14, 15 -> new ReleaseAllowances(CN, "r", account, product, tonnes, at);
            default -> new ReleaseFunds(CN, "r", account, amount, at);
        };
    }

    /** Now and then more than there is. */
    private Tonnes recalled() {
        return Tonnes.of(random.nextInt(random.nextInt(10) == 0 ? 5_000 : 300));
    }

    MarketCommand ends(long newestTrade, SourcePosition source, OffsetDateTime at) {
        TradeId trade = new TradeId(CN, Math.max(1, newestTrade - random.nextInt(40)));
        String approver = random.nextInt(5) == 0 ? "OP-1" : "OP-2";
        return switch (random.nextInt(20)) {
            case 0 -> new UndoTrade(CN, source, trade, "FUNDS", at);
            case 1, 2, 3 -> new VoidTrade(CN, "v", trade, "error", "OP-1", approver, at);
            default -> new ConfirmSettlement(CN, source, trade, at);
        };
    }
}

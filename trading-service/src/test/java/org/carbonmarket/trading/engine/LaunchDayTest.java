package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.engine.Scenario.CEA;
import static org.carbonmarket.trading.engine.Scenario.FRIDAY;

import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.SessionEvent.ProductDay;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.junit.jupiter.api.Test;

/** The national market's first day, 2021-07-16, as it was really published. */
class LaunchDayTest {

    private static final AccountId SELLER = AccountId.of("HUANENG");
    private static final AccountId BUYER = AccountId.of("SINOPEC");
    private static final long VOLUME = 4_103_953;
    private static final long LARGEST = 99_999;

    @Test
    void theFirstDaysSheetIsTheOneThatWasPublished() {
        Scenario market = new Scenario();
        for (AccountId account : new AccountId[] {SELLER, BUYER}) {
            market.account(account, 1, AccountState.ACTIVE);
        }
        market.creditAllowances(SELLER, CEA, VOLUME);
        market.creditFunds(BUYER, "300000000.00");
        market.listProduct(CEA, "48.00");
        market.enter(FRIDAY, Phase.PRE_OPEN);
        market.enter(FRIDAY, Phase.OPEN);
        long left = VOLUME;
        Money spent = Money.ZERO;
        left -= trade(market, "48.00", 160_000);
        left -= trade(market, "52.80", 200_000);
        left -= trade(market, "51.00", 1_000_000);
        spent = spent.plus(Money.ofYuan("7680000.00")).plus(Money.ofYuan("10560000.00"));
        spent = spent.plus(Money.ofYuan("51000000.00"));
        Money rest = Money.ofYuan("210230053.25").minus(spent);
        // The rest goes at two neighbouring prices that add up to the amount, to the fen.
        long low = rest.fen() / left;
        long atHigh = rest.fen() - low * left;
        trade(market, Price.ofFen(low).toString(), left - atHigh);
        trade(market, Price.ofFen(low + 1).toString(), atHigh);

        TradingDayClosed closed = (TradingDayClosed) market.enter(FRIDAY, Phase.CLOSED).getLast();

        ProductDay day = closed.products().getFirst();
        assertThat(day.open()).isEqualTo(Price.ofYuan("48.00"));
        assertThat(day.high()).isEqualTo(Price.ofYuan("52.80"));
        assertThat(day.low()).isEqualTo(Price.ofYuan("48.00"));
        assertThat(day.close()).isEqualTo(Price.ofYuan("51.23"));
        assertThat(day.volume()).isEqualTo(Tonnes.of(VOLUME));
        assertThat(day.amount()).isEqualTo(Money.ofYuan("210230053.25"));
        assertThat(closed.volume()).isEqualTo(day.volume());
        assertThat(closed.amount()).isEqualTo(day.amount());
    }

    private static long trade(Scenario market, String price, long tonnes) {
        for (long left = tonnes; left > 0; left -= Math.min(left, LARGEST)) {
            market.sell(SELLER, price, Math.min(left, LARGEST));
            market.buy(BUYER, price, Math.min(left, LARGEST));
        }
        return tonnes;
    }
}

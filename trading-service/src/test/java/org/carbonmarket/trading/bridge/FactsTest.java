package org.carbonmarket.trading.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.marketlog.MarketCommand.ConfirmClearing;
import org.carbonmarket.events.marketlog.MarketCommand.CreditAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.CreditFunds;
import org.carbonmarket.events.marketlog.MarketCommand.Fact;
import org.carbonmarket.events.marketlog.MarketCommand.RecordAccount;
import org.carbonmarket.events.marketlog.MarketCommand.SourcePosition;
import org.carbonmarket.events.marketlog.MarketCommand.UndoTrade;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.registry.AccountEvent.AccountRecorded;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.registry.AccountEvent.SubjectKind;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesEntrusted;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesIssued;
import org.carbonmarket.events.settlement.DayEvent.TradingDayCleared;
import org.carbonmarket.events.settlement.FundsEvent.FundsDeposited;
import org.carbonmarket.events.settlement.FundsEvent.FundsEntrusted;
import org.carbonmarket.events.settlement.SettlementEvent.SettlementFailed;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2021-07-16T09:00:00+08:00");
    private static final SourcePosition SOURCE = new SourcePosition("some.topic", 2, 17);
    private static final AccountId ACCOUNT = AccountId.of("POWER-001");
    private static final ProductCode CEA = ProductCode.of("CEA");

    @Test
    void everyMarketLearnsOfEveryAccount() {
        AccountRecorded account =
                new AccountRecorded(
                        ACCOUNT,
                        3,
                        "Power",
                        SubjectKind.KEY_EMITTING_UNIT,
                        AccountState.RESTRICTED,
                        null,
                        null,
                        null,
                        AT);
        assertThat(Facts.of(account, SOURCE))
                .extracting(Fact::market)
                .containsExactly(Market.values());
        assertThat(Facts.of(account, SOURCE))
                .contains(
                        new RecordAccount(
                                Market.HB, SOURCE, ACCOUNT, 3, AccountState.RESTRICTED, null, AT));
    }

    @Test
    void whatIsEntrustedReachesTheMarketItNames() {
        assertThat(
                        Facts.of(
                                new AllowancesEntrusted(
                                        "A-1", ACCOUNT, CEA, Tonnes.of(5), Market.GD, AT),
                                SOURCE))
                .containsExactly(
                        new CreditAllowances(
                                Market.GD, SOURCE, "A-1", ACCOUNT, CEA, Tonnes.of(5), AT));
        assertThat(
                        Facts.of(
                                new FundsEntrusted("F-1", ACCOUNT, Money.ofFen(7), Market.CN, AT),
                                SOURCE))
                .containsExactly(
                        new CreditFunds(Market.CN, SOURCE, "F-1", ACCOUNT, Money.ofFen(7), AT));
    }

    @Test
    void aFailedTradeIsUndoneAndAClearedDayConfirmed() {
        TradeId trade = new TradeId(Market.CN, 9);
        SettlementFailed failed =
                new SettlementFailed(
                        trade,
                        ACCOUNT,
                        AccountId.of("POWER-002"),
                        CEA,
                        Tonnes.of(1),
                        Money.ofFen(4_800),
                        Money.ZERO,
                        Money.ZERO,
                        "HOLDING_SHORT",
                        false,
                        null,
                        AT);
        assertThat(Facts.of(failed, SOURCE))
                .containsExactly(new UndoTrade(Market.CN, SOURCE, trade, "HOLDING_SHORT", AT));
        LocalDate day = LocalDate.of(2021, 7, 16);
        TradingDayCleared cleared =
                new TradingDayCleared(
                        Market.CN, day, 0, 0, 0, Tonnes.ZERO, Money.ZERO, Money.ZERO, AT);
        assertThat(Facts.of(cleared, SOURCE))
                .containsExactly(new ConfirmClearing(Market.CN, SOURCE, day, AT));
    }

    @Test
    void whatHappensOutsideTradingIsNoFactOfTheMarket() {
        assertThat(Facts.of(new FundsDeposited(ACCOUNT, Money.ofFen(1), "B-1", AT), SOURCE))
                .isEqualTo(List.of());
        assertThat(
                        Facts.of(
                                new AllowancesIssued(
                                        1, ACCOUNT, CEA, Tonnes.of(1), "INITIAL", "D-1", AT),
                                SOURCE))
                .isEqualTo(List.of());
    }
}

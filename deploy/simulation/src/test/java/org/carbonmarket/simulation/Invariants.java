package org.carbonmarket.simulation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.settlement.SettlementEvent;
import org.carbonmarket.events.settlement.SettlementEvent.TradeReversed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeSettled;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.trading.ExecutionEvent;
import org.carbonmarket.registry.holdings.Balance;
import org.carbonmarket.settlement.funds.Place.SystemAccount;
import org.carbonmarket.trading.engine.AccountView;
import org.carbonmarket.trading.engine.AccountView.HeldProduct;

/** The platform's invariants, as they hold whenever nothing is on its way. */
final class Invariants {

    private final SimulatedPlatform platform;

    private Invariants(SimulatedPlatform platform) {
        this.platform = platform;
    }

    /** Ends with what does not hold. That no bucket is negative (I5), the buckets see to. */
    static void check(SimulatedPlatform platform) {
        Invariants invariants = new Invariants(platform);
        invariants.nothingIsIssuedOrLost();
        invariants.allMoneyIsSomewhere();
        SimulatedPlatform.ACCOUNTS.forEach(invariants::marketsHoldWhatIsInTrading);
        invariants.everyTradeEndsOnce();
    }

    /** I1. */
    private void nothingIsIssuedOrLost() {
        for (ProductCode product : SimulatedPlatform.PRODUCTS) {
            long held =
                    SimulatedPlatform.ACCOUNTS.stream()
                            .mapToLong(
                                    account -> platform.registry.balance(account, product).total())
                            .sum();
            assertThat(held)
                    .as("I1: all %s", product)
                    .isEqualTo(
                            SimulatedPlatform.ISSUED.value() * SimulatedPlatform.ACCOUNTS.size());
        }
        assertThat(platform.registry.audit()).as("the registry's chain").isEmpty();
    }

    /** I2. */
    private void allMoneyIsSomewhere() {
        long held =
                SimulatedPlatform.ACCOUNTS.stream()
                        .map(platform.settlement::balance)
                        .mapToLong(each -> each.available() + each.inTrading() + each.frozen())
                        .sum();
        assertThat(held + platform.settlement.inSystem(SystemAccount.FEES))
                .as("I2: all money")
                .isEqualTo(-platform.settlement.inSystem(SystemAccount.CLIENT_BANK))
                .isEqualTo(SimulatedPlatform.DEPOSITED.fen() * SimulatedPlatform.ACCOUNTS.size());
        assertThat(platform.settlement.inSystem(SystemAccount.FEES)).as("fees").isNotNegative();
    }

    /** I3. */
    private void marketsHoldWhatIsInTrading(AccountId account) {
        assertThat(positions(account).mapToLong(Invariants::money).sum())
                .as("I3: money of %s", account)
                .isEqualTo(platform.settlement.balance(account).inTrading());
        for (ProductCode product : SimulatedPlatform.PRODUCTS) {
            Balance balance = platform.registry.balance(account, product);
            assertThat(positions(account).mapToLong(view -> tonnes(view, product)).sum())
                    .as("I3: %s of %s", product, account)
                    .isEqualTo(balance.inTrading());
            assertThat(balance.delivering()).as("%s of %s on its way", product, account).isZero();
        }
    }

    private Stream<AccountView> positions(AccountId account) {
        return platform.markets.stream().flatMap(market -> market.account(account).stream());
    }

    private static long money(AccountView view) {
        return view.free().fen() + view.reserved().fen() - view.owed().fen();
    }

    private static long tonnes(AccountView view, ProductCode product) {
        return view.products().stream()
                .filter(held -> held.product().equals(product))
                .mapToLong(Invariants::tonnes)
                .sum();
    }

    private static long tonnes(HeldProduct held) {
        return held.sellable().value()
                + held.reserved().value()
                + held.boughtToday().value()
                - held.owed().value();
    }

    /** I4. */
    private void everyTradeEndsOnce() {
        List<TradeId> traded =
                platform.broker.events(Topic.TRADING_EXECUTIONS).stream()
                        .map(event -> ((ExecutionEvent) event).trade())
                        .toList();
        Map<TradeId, Long> ended =
                platform.broker.events(Topic.SETTLEMENT_TRADES).stream()
                        .map(event -> ((SettlementEvent) event).trade())
                        .collect(groupingBy(trade -> trade, counting()));
        assertThat(ended.keySet())
                .as("I4: ended trades")
                .containsExactlyInAnyOrderElementsOf(traded);
        assertThat(ended.values()).as("I4: ends of each trade").allMatch(times -> times == 1);
        assertThat(reversed()).as("I4: reversed trades were settled").isSubsetOf(settled());
        assertThat(platform.settlement.unfinished()).as("I4: unpaid").isEmpty();
        assertThat(platform.registry.unfinished()).as("I4: undelivered").isEmpty();
        assertThat(platform.settlement.breaks()).as("days that do not clear").isEmpty();
    }

    private Set<TradeId> settled() {
        return outcomes(TradeSettled.class).map(TradeSettled::trade).collect(toSet());
    }

    private Set<TradeId> reversed() {
        return outcomes(TradeReversed.class).map(TradeReversed::voided).collect(toSet());
    }

    private <T> Stream<T> outcomes(Class<T> kind) {
        return platform.broker.events(Topic.SETTLEMENT_TRADES).stream()
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}

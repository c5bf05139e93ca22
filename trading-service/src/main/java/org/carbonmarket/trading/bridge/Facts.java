package org.carbonmarket.trading.bridge;

import java.util.Arrays;
import java.util.List;
import org.carbonmarket.events.marketlog.MarketCommand.ConfirmClearing;
import org.carbonmarket.events.marketlog.MarketCommand.ConfirmSettlement;
import org.carbonmarket.events.marketlog.MarketCommand.CreditAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.CreditFunds;
import org.carbonmarket.events.marketlog.MarketCommand.Fact;
import org.carbonmarket.events.marketlog.MarketCommand.RecallAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.RecallFunds;
import org.carbonmarket.events.marketlog.MarketCommand.RecordAccount;
import org.carbonmarket.events.marketlog.MarketCommand.SourcePosition;
import org.carbonmarket.events.marketlog.MarketCommand.UndoTrade;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.registry.AccountEvent.AccountRecorded;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesEntrusted;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesRecallRequested;
import org.carbonmarket.events.settlement.DayEvent.TradingDayCleared;
import org.carbonmarket.events.settlement.FundsEvent.FundsEntrusted;
import org.carbonmarket.events.settlement.FundsEvent.FundsRecallRequested;
import org.carbonmarket.events.settlement.SettlementEvent.SettlementFailed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeReversed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeSettled;
import org.carbonmarket.events.topic.PublishedEvent;

/** What an event of another service means to the markets. */
final class Facts {

    private Facts() {}

    /** The facts to append, none when the event does not concern trading. */
    static List<Fact> of(PublishedEvent event, SourcePosition source) {
        return switch (event) {
            case AccountRecorded account -> ofAccount(account, source);
            case AllowancesEntrusted moved ->
                    List.of(
                            new CreditAllowances(
                                    moved.market(),
                                    source,
                                    moved.entrustment(),
                                    moved.account(),
                                    moved.product(),
                                    moved.tonnes(),
                                    moved.at()));
            case FundsEntrusted moved ->
                    List.of(
                            new CreditFunds(
                                    moved.market(),
                                    source,
                                    moved.entrustment(),
                                    moved.account(),
                                    moved.amount(),
                                    moved.at()));
            case AllowancesRecallRequested recall ->
                    List.of(
                            new RecallAllowances(
                                    recall.market(),
                                    source,
                                    recall.recall(),
                                    recall.account(),
                                    recall.product(),
                                    recall.tonnes(),
                                    recall.at()));
            case FundsRecallRequested recall ->
                    List.of(
                            new RecallFunds(
                                    recall.market(),
                                    source,
                                    recall.recall(),
                                    recall.account(),
                                    recall.amount(),
                                    recall.at()));
            case TradeSettled settled ->
                    List.of(
                            new ConfirmSettlement(
                                    settled.market(), source, settled.trade(), settled.at()));
            case TradeReversed reversed ->
                    List.of(
                            new ConfirmSettlement(
                                    reversed.market(), source, reversed.trade(), reversed.at()));
            case SettlementFailed failed ->
                    List.of(
                            new UndoTrade(
                                    failed.market(),
                                    source,
                                    failed.trade(),
                                    failed.cause(),
                                    failed.at()));
            case TradingDayCleared cleared ->
                    List.of(
                            new ConfirmClearing(
                                    cleared.market(), source, cleared.day(), cleared.at()));
            default -> List.of();
        };
    }

    /** Every market must know every account. */
    private static List<Fact> ofAccount(AccountRecorded account, SourcePosition source) {
        return Arrays.stream(Market.values())
                .<Fact>map(market ->
                        new RecordAccount(
                                market,
                                source,
                                account.account(),
                                account.version(),
                                account.state(),
                                account.controlGroup(),
                                account.at()))
                .toList();
    }
}

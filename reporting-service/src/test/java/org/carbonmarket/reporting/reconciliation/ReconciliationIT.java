package org.carbonmarket.reporting.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryCompleted;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryLocked;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesEntrusted;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesIssued;
import org.carbonmarket.events.settlement.DayEvent.TradingDayCleared;
import org.carbonmarket.events.settlement.FundsEvent.FundsDeposited;
import org.carbonmarket.events.settlement.SettlementEvent.TradeReversed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeSettled;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.PositionEvent.AllowancesCredited;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.carbonmarket.events.trading.PositionEvent.PositionStated;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The books over any order of topics, and over days with something wrong in them. */
@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class ReconciliationIT {

    @Inject Views views;

    @BeforeEach
    void emptyBooks() {
        views.clear();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20210716})
    void anyOrderOfTopicsGivesTheSameViewsAndNeverABreak(long seed) {
        Streams streams = Streams.of(LaunchDay.events());
        streams.oneByOne().forEach(views::fold);
        List<String> expected = views.contents();
        assertThat(views.examine().findings()).isEmpty();
        views.clear();

        for (List<Received> batch : streams.interleaved(new Random(seed))) {
            views.fold(batch);
            assertThat(views.examine().findings())
                    .as("seed %d", seed)
                    .noneMatch(Finding::isCertain);
        }

        assertThat(views.contents()).as("seed %d", seed).isEqualTo(expected);
        assertThat(report().quiet()).isTrue();
    }

    @Test
    void whatIsOnItsWayIsCountedAndNoBreak() {
        List<PublishedEvent> day = LaunchDay.events();
        int firstLock = indexOf(day, DeliveryLocked.class);

        fold(day.subList(0, firstLock));

        assertThat(report().breaks()).isEmpty();
        assertThat(report().quiet()).isFalse();
        assertThat(report().inFlight().unsettledTrades()).isEqualTo(48);
    }

    @Test
    void aFailedTradeThatIsUndoneIsNoBreak() {
        List<PublishedEvent> day = new ArrayList<>(LaunchDay.events());
        day.removeIf(event -> event.getClass().getSimpleName().equals("TradingDayCleared"));
        int settled = indexOf(day, TradeSettled.class);
        day.addAll(settled, LaunchDay.failureInsteadOf((TradeSettled) day.get(settled)));
        day.remove(settled + 2);
        day.remove(settled + 2);

        fold(day);

        assertThat(views.examine().findings()).isEmpty();
        assertThat(report().quiet()).isTrue();
    }

    @Test
    void aVoidedTradeThatIsReversedIsNoBreak() {
        List<PublishedEvent> day = withVoidedTrade();

        fold(day);

        assertThat(views.examine().findings()).isEmpty();
        assertThat(report().quiet()).isTrue();
    }

    @Test
    void aReversalOfAnotherAmountIsNamed() {
        List<PublishedEvent> day = withVoidedTrade();
        day.replaceAll(event ->
                event instanceof TradeReversed reversed
                        ? Voiding.reversalOf(reversed, reversed.amount().plus(Money.ofYuan("0.01")))
                        : event);

        assertNamed(day, "trade CN-49");
    }

    /** The day as it stands before its close, with its first trade voided and reversed. */
    private static List<PublishedEvent> withVoidedTrade() {
        List<PublishedEvent> day = new ArrayList<>(LaunchDay.events());
        day = new ArrayList<>(day.subList(0, indexOf(day, TradingDayCleared.class)));
        day.removeIf(event -> event instanceof PositionStated || event instanceof TradingDayClosed);
        ExecutionRecorded first =
                (ExecutionRecorded) day.get(indexOf(day, ExecutionRecorded.class));
        day.addAll(Voiding.of(first, new TradeId(Market.CN, 49)));
        return day;
    }

    @Test
    void aSettlementThatIsDroppedIsNamed() {
        assertNamed(without(TradeSettled.class), "trade CN-1");
    }

    @Test
    void aTradeThatIsDroppedIsNamed() {
        assertNamed(without(TradeExecuted.class), "trade CN-1");
        assertNamed(without(ExecutionRecorded.class), "trade CN-1");
    }

    @Test
    void aDeliveryThatIsDroppedIsInFlightUntilItComes() {
        fold(without(DeliveryCompleted.class));

        assertThat(report().quiet()).isFalse();
        assertThat(report().inFlight().undeliveredTrades()).isEqualTo(1);
    }

    @Test
    void anEntrustmentOrCreditThatIsDroppedIsNamed() {
        assertNamed(without(AllowancesEntrusted.class), "entrustment of allowances A-0");
        fold(without(AllowancesCredited.class));
        assertThat(subjects()).contains("statement of SELLER-1 CEA in CN on 2021-07-16");
    }

    @Test
    void aDoubledEventIsNamed() {
        assertNamed(doubled(AllowancesIssued.class), "issuance by posting 1");
        assertNamed(doubled(FundsDeposited.class), "deposit by bank reference BANK-0");
        assertNamed(doubled(AllowancesEntrusted.class), "entrustment of allowances A-0");
        assertNamed(doubled(FundsReleased.class), "release of funds CN-r2");
        assertNamed(doubled(ExecutionRecorded.class), "trade CN-1");
        assertNamed(doubled(TradeSettled.class), "trade CN-1");
        assertNamed(doubled(DeliveryCompleted.class), "trade CN-1");
    }

    @Test
    void anAlteredAmountIsNamed() {
        assertNamed(
                altered(
                        TradeSettled.class,
                        event -> {
                            TradeSettled was = (TradeSettled) event;
                            return new TradeSettled(
                                    was.trade(),
                                    was.buyer(),
                                    was.seller(),
                                    was.product(),
                                    was.tonnes(),
                                    was.amount().plus(Money.ofFen(1)),
                                    was.buyerFee(),
                                    was.sellerFee(),
                                    was.at());
                        }),
                "trade CN-1");
    }

    @Test
    void anAlteredTradeIsNamedAsPublishedAndAgainstItsExecution() {
        List<PublishedEvent> day =
                altered(
                        TradeExecuted.class,
                        event -> {
                            TradeExecuted was = (TradeExecuted) event;
                            return new TradeExecuted(
                                    was.trade(),
                                    was.day(),
                                    was.product(),
                                    was.method(),
                                    was.price(),
                                    was.quantity().plus(Tonnes.of(1)),
                                    was.amount(),
                                    was.taker(),
                                    was.at());
                        });
        assertNamed(day, "trade CN-1 as published");
        assertThat(subjects()).contains("trade CN-1", "sheet of CEA in CN on 2021-07-16");
    }

    @Test
    void aStatementThatDiffersFromTheBooksIsNamed() {
        assertNamed(
                altered(
                        PositionStated.class,
                        event -> {
                            PositionStated was = (PositionStated) event;
                            return new PositionStated(
                                    was.market(),
                                    was.day(),
                                    was.account(),
                                    was.funds().plus(Money.ofFen(1)),
                                    was.unsettled(),
                                    was.products(),
                                    was.at());
                        }),
                "statement of BUYER-1 CNY in CN on 2021-07-16");
    }

    private void assertNamed(List<PublishedEvent> day, String subject) {
        fold(day);
        assertThat(subjects()).contains(subject);
    }

    private void fold(List<PublishedEvent> day) {
        views.clear();
        Streams.of(day).oneByOne().forEach(views::fold);
    }

    private List<String> subjects() {
        return views.examine().findings().stream().map(Finding::subject).toList();
    }

    private ReconciliationReport report() {
        return views.examine().report(List.of(), List.of());
    }

    private static List<PublishedEvent> without(Class<? extends PublishedEvent> kind) {
        List<PublishedEvent> day = new ArrayList<>(LaunchDay.events());
        day.remove(indexOf(day, kind));
        return day;
    }

    private static List<PublishedEvent> doubled(Class<? extends PublishedEvent> kind) {
        List<PublishedEvent> day = new ArrayList<>(LaunchDay.events());
        int first = indexOf(day, kind);
        day.add(first, day.get(first));
        return day;
    }

    private static List<PublishedEvent> altered(
            Class<? extends PublishedEvent> kind, UnaryOperator<PublishedEvent> alteration) {
        List<PublishedEvent> day = new ArrayList<>(LaunchDay.events());
        int first = indexOf(day, kind);
        day.set(first, alteration.apply(day.get(first)));
        return day;
    }

    private static int indexOf(List<PublishedEvent> day, Class<? extends PublishedEvent> kind) {
        for (int i = 0; i < day.size(); i++) {
            if (kind.isInstance(day.get(i))) {
                return i;
            }
        }
        throw new AssertionError("the day has no " + kind.getSimpleName());
    }
}

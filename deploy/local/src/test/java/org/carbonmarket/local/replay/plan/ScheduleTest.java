package org.carbonmarket.local.replay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import org.carbonmarket.events.calendar.TradingCalendar;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.local.replay.plan.PlannedOrder.Side;
import org.carbonmarket.local.replay.plan.Schedule.ProductPlan;
import org.carbonmarket.local.replay.record.RecordChecker;
import org.carbonmarket.local.replay.record.RecordChecker.Verdict;
import org.carbonmarket.local.replay.record.RecordRow;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final ProductCode CEA = ProductCode.of("CEA");

    private final NavigableMap<LocalDate, List<RecordRow>> days = firstDays();
    private final Schedule schedule = Schedule.of(days);

    @Test
    void eachDaysOrdersAndBlocksComeToItsVolumeAndAmount() {
        days.forEach((day, rows) -> {
            ProductPlan plan = schedule.of(day).getFirst();
            FiveLevelMarket market = new FiveLevelMarket();
            plan.listed().forEach(entry -> entry.orders().forEach(market::enter));

            assertThat(market.trades().stream().mapToLong(PlannedTrade::amount).sum())
                    .isEqualTo(rows.getFirst().listed().fen());
            assertThat(plan.blocks().stream().mapToLong(b -> b.trade().amount()).sum())
                    .isEqualTo(rows.getFirst().block().fen());
        });
    }

    @Test
    void nobodySellsWhatItBoughtThatDay() {
        schedule.days()
                .values()
                .forEach(plans -> {
                    Set<Integer> sellers = new HashSet<>();
                    Set<Integer> buyers = new HashSet<>();
                    for (ProductPlan plan : plans) {
                        plan.listed()
                                .forEach(entry ->
                                        (entry.orders().getFirst().side() == Side.SELL
                                                        ? sellers
                                                        : buyers)
                                                .add(entry.participant()));
                        plan.blocks()
                                .forEach(block -> {
                                    sellers.add(block.seller());
                                    buyers.add(block.buyer());
                                });
                    }
                    assertThat(sellers).doesNotContainAnyElementsOf(buyers);
                });
    }

    @Test
    void whatEachNeedsCoversEveryDaysSales() {
        Needs needs = Needs.of(schedule);
        Map<Integer, Long> held = new HashMap<>();
        schedule.days()
                .values()
                .forEach(plans -> {
                    Map<Integer, Long> bought = new HashMap<>();
                    for (ProductPlan plan : plans) {
                        plan.listed()
                                .forEach(entry ->
                                        entry.orders()
                                                .forEach(order -> {
                                                    boolean sells = order.side() == Side.SELL;
                                                    (sells ? held : bought)
                                                            .merge(
                                                                    entry.participant(),
                                                                    sells
                                                                            ? -order.tonnes()
                                                                            : order.tonnes(),
                                                                    Long::sum);
                                                }));
                    }
                    held.forEach((participant, tonnes) ->
                            assertThat(needs.tonnes(CEA, participant) + tonnes).isNotNegative());
                    bought.forEach(
                            (participant, tonnes) -> held.merge(participant, tonnes, Long::sum));
                });
    }

    @Test
    void theSameRecordGivesTheSameSchedule() {
        assertThat(Schedule.of(firstDays())).isEqualTo(schedule);
    }

    private static NavigableMap<LocalDate, List<RecordRow>> firstDays() {
        try (var in = ScheduleTest.class.getResourceAsStream("/replay/july-2021.csv")) {
            var reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8);
            Verdict verdict = new RecordChecker(TradingCalendar.national()).check(reader);
            return ((Verdict.Right) verdict).record().days();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

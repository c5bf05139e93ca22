package org.carbonmarket.trading.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.events.calendar.TradingCalendar;
import org.carbonmarket.events.marketlog.MarketCommand;
import org.carbonmarket.events.marketlog.MarketCommand.ConfirmClearing;
import org.carbonmarket.events.marketlog.MarketCommand.CreditAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.EnterPhase;
import org.carbonmarket.events.marketlog.MarketCommand.ListProduct;
import org.carbonmarket.events.marketlog.MarketCommand.PlaceOrder;
import org.carbonmarket.events.marketlog.MarketCommand.RecordAccount;
import org.carbonmarket.events.marketlog.MarketCommand.SourcePosition;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.OrderEvent.OrderRejected;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TimeInForce;
import org.carbonmarket.trading.engine.MarketEngine;
import org.carbonmarket.trading.engine.MarketView;
import org.carbonmarket.trading.marketlog.MarketStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Orders on days of every kind, decided by calendar, clerk and engine together: the clock walks
 * minute by minute, every phase that is due goes onto the log as the clerk puts it there, and every
 * closed day is cleared.
 */
class CalendarDaysTest {

    private static final AccountId SELLER = AccountId.of("SELLER");
    private static final ProductCode CEA = ProductCode.of("CEA");
    private static final TradingCalendar CALENDAR = TradingCalendar.national();
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    private final MarketEngine engine = new MarketEngine(Market.CN);
    private long position = -1;
    private long facts;

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "2021-07-16", "2021-09-22", "2024-02-19"})
    void aTradingDayTakesOrdersInItsSessions(LocalDate day) {
        prepare(day);
        assertThat(answersAt(day, "09:29", "10:00", "12:00", "14:59", "15:00"))
                .containsExactly(
                        "MARKET_NOT_OPEN", "taken", "MARKET_NOT_OPEN", "taken", "MARKET_NOT_OPEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-09-18",
                "2021-09-26",
                "2024-02-04",
                "2024-02-18",
                "2021-10-01",
                "2024-02-12",
                "2021-07-17"
            })
    void neitherMakeUpWorkingDaysNorHolidaysNorWeekendsTakeOrders(LocalDate day) {
        prepare(day);
        assertThat(answersAt(day, "09:30", "10:00", "13:00", "14:59"))
                .containsOnly("MARKET_NOT_OPEN");
        assertThat(engine.view().day()).isNotEqualTo(day);
    }

    @Test
    void theDayBeforeALeapDayIsFollowedByIt() {
        LocalDate before = LocalDate.of(2024, 2, 28);
        prepare(before);
        answersAt(before, "15:00");
        walk(before.plusDays(1), "10:00");
        assertThat(engine.view().day()).isEqualTo(LocalDate.of(2024, 2, 29));
        walk(LocalDate.of(2024, 3, 1), "10:00");
        assertThat(engine.view().day()).isEqualTo(LocalDate.of(2024, 3, 1));
    }

    @Test
    void anOrdersPlaceOnTheLogDecidesAndNotAClockFiveSecondsOff() {
        LocalDate day = LocalDate.of(2021, 7, 16);
        prepare(day);
        walk(day, "09:29");
        // The replica that took it runs five seconds ahead of the one that rings the bell.
        assertThat(answer(at(day, "09:30:05"))).isEqualTo("MARKET_NOT_OPEN");
        walk(day, "09:30");
        // And here five seconds behind.
        assertThat(answer(at(day, "09:29:55"))).isEqualTo("taken");
        walk(day, "14:59");
        assertThat(answer(at(day, "15:00:05"))).isEqualTo("taken");
        walk(day, "15:00");
        assertThat(answer(at(day, "14:59:55"))).isEqualTo("MARKET_NOT_OPEN");
    }

    @Test
    void aBellFiveSecondsOffRingsOncePerPhase() {
        LocalDate day = LocalDate.of(2021, 7, 16);
        prepare(day);
        ring(at(day, "09:15:00"));
        ring(at(day, "09:30:00"));
        long entered = position;
        // The next owner's clock is behind: the phase is begun already, and stays.
        ring(at(day, "09:29:55"));
        assertThat(position).isEqualTo(entered);
        assertThat(engine.view().phase()).isEqualTo(Phase.OPEN);
    }

    /** The market as it stands on the evening before a day. */
    private void prepare(LocalDate day) {
        OffsetDateTime at = at(day.minusDays(1), "18:00:00");
        apply(new RecordAccount(Market.CN, source(), SELLER, 1, AccountState.ACTIVE, null, at));
        apply(new CreditAllowances(Market.CN, source(), "A-1", SELLER, CEA, Tonnes.of(1_000), at));
        apply(new ListProduct(Market.CN, "l-1", CEA, Price.ofYuan("48.00"), at));
    }

    private List<String> answersAt(LocalDate day, String... times) {
        List<String> answers = new ArrayList<>();
        for (String time : times) {
            walk(day, time);
            answers.add(answer(at(day, time + ":00")));
        }
        return answers;
    }

    /** Lets the clock walk from midnight to a time of the day, ringing what is due. */
    private void walk(LocalDate day, String until) {
        OffsetDateTime end = at(day, until + ":00");
        OffsetDateTime now = at(day, "00:00:00");
        for (int minute = 0; minute < MINUTES_OF_A_DAY && !now.isAfter(end); minute++) {
            ring(now);
            now = now.plusMinutes(1);
        }
    }

    private void ring(OffsetDateTime now) {
        Optional<DuePhase> due = DuePhase.of(status(), now, CALENDAR);
        while (due.isPresent()) {
            DuePhase phase = due.orElseThrow();
            apply(new EnterPhase(Market.CN, phase.day(), phase.phase(), now));
            if (phase.phase() == Phase.CLOSED) {
                apply(new ConfirmClearing(Market.CN, source(), phase.day(), now));
            }
            due = DuePhase.of(status(), now, CALENDAR);
        }
    }

    private MarketStatus status() {
        MarketView view = engine.view();
        return new MarketStatus(
                Market.CN,
                true,
                position,
                view.day(),
                view.phasesBegun(),
                view.phase(),
                view.phase() == Phase.CLOSED ? view.uncleared() : null);
    }

    private String answer(OffsetDateTime at) {
        PublishedEvent last =
                apply(
                                new PlaceOrder(
                                        Market.CN,
                                        "o",
                                        SELLER,
                                        CEA,
                                        Side.SELL,
                                        Price.ofYuan("48.00"),
                                        Tonnes.of(1),
                                        TimeInForce.DAY,
                                        null,
                                        null,
                                        null,
                                        at))
                        .getLast();
        return switch (last) {
            case OrderPlaced _ -> "taken";
            case OrderRejected rejected -> rejected.code().name();
            default -> last.toString();
        };
    }

    private List<PublishedEvent> apply(MarketCommand command) {
        List<PublishedEvent> events = new ArrayList<>();
        engine.apply(++position, command, (event, sequence) -> events.add(event));
        return events;
    }

    private SourcePosition source() {
        return new SourcePosition("test.facts", 0, ++facts);
    }

    private static OffsetDateTime at(LocalDate day, String time) {
        return OffsetDateTime.parse(day + "T" + time + "+08:00");
    }
}

package org.carbonmarket.trading.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.events.calendar.TradingCalendar;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.trading.marketlog.MarketStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuePhaseTest {

    private static final LocalDate FRIDAY = LocalDate.of(2021, 7, 16);
    private static final TradingCalendar CALENDAR = TradingCalendar.national();

    @Test
    void beforeAQuarterPastNineNothingIsDue() {
        assertThat(due(null, 0, "2021-07-16T09:14:59.999+08:00")).isEmpty();
    }

    @Test
    void atAQuarterPastNineTheDayOpensForPreparation() {
        assertThat(due(null, 0, "2021-07-16T09:15:00+08:00"))
                .contains(new DuePhase(FRIDAY, 0, Phase.PRE_OPEN));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2021-07-16T09:29:59+08:00, ",
        "1, 2021-07-16T09:30:00+08:00, OPEN",
        "2, 2021-07-16T11:29:59+08:00, ",
        "2, 2021-07-16T11:30:00+08:00, BREAK",
        "3, 2021-07-16T13:00:00+08:00, OPEN",
        "4, 2021-07-16T14:59:59+08:00, ",
        "4, 2021-07-16T15:00:00+08:00, CLOSED",
        "5, 2021-07-16T16:00:00+08:00, "
    })
    void eachPhaseBeginsAtItsTime(int begun, String now, @Nullable Phase phase) {
        assertThat(due(FRIDAY, begun, now).map(DuePhase::phase))
                .isEqualTo(Optional.ofNullable(phase));
    }

    @Test
    void aClockThatJumpsPastTheCloseStillGoesThroughEveryPhase() {
        assertThat(due(FRIDAY, 1, "2021-07-16T16:00:00+08:00"))
                .contains(new DuePhase(FRIDAY, 1, Phase.OPEN));
    }

    @Test
    void anUnfinishedDayIsClosedBeforeAnotherOpens() {
        assertThat(due(FRIDAY, 4, "2021-07-19T09:15:00+08:00"))
                .contains(new DuePhase(FRIDAY, 4, Phase.CLOSED));
    }

    @Test
    void theNextTradingDayOpensAfterTheWeekend() {
        assertThat(due(FRIDAY, 5, "2021-07-17T09:15:00+08:00")).isEmpty();
        assertThat(due(FRIDAY, 5, "2021-07-19T09:15:00+08:00"))
                .contains(new DuePhase(LocalDate.of(2021, 7, 19), 0, Phase.PRE_OPEN));
    }

    @Test
    void aDayWhoseCloseHasPassedBeforeItOpenedIsNotHeld() {
        assertThat(due(FRIDAY, 5, "2021-07-19T15:00:00+08:00")).isEmpty();
    }

    @Test
    void aClockThatStepsBackChangesNothing() {
        assertThat(due(FRIDAY, 5, "2021-07-15T10:00:00+08:00")).isEmpty();
        assertThat(due(FRIDAY, 2, "2021-07-16T09:00:00+08:00")).isEmpty();
    }

    @Test
    void aHolidayIsNoDayToOpen() {
        assertThat(due(FRIDAY, 5, "2021-10-01T10:00:00+08:00")).isEmpty();
    }

    private static Optional<DuePhase> due(@Nullable LocalDate day, int begun, String now) {
        MarketStatus status =
                new MarketStatus(Market.CN, true, 10, day, begun, Phase.CLOSED, null, List.of());
        return DuePhase.of(status, OffsetDateTime.parse(now), CALENDAR);
    }
}

package org.carbonmarket.events.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradingCalendarTest {

    private final TradingCalendar calendar = TradingCalendar.national();

    @Test
    void theFirstDayOfTheNationalMarketIsATradingDay() {
        assertThat(calendar.isTradingDay(LocalDate.of(2021, 7, 16))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-07-17", "2021-07-18", "2024-02-24"})
    void weekendsAreNoTradingDays(LocalDate day) {
        assertThat(calendar.isTradingDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-09-18", "2021-09-26", "2021-10-09", "2024-02-04", "2026-02-14"})
    void makeUpWorkingDaysAreNoTradingDays(LocalDate day) {
        assertThat(day.getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(calendar.isTradingDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-10-01",
                "2022-01-31",
                "2023-10-06",
                "2024-02-09",
                "2025-10-08",
                "2026-02-23"
            })
    void holidaysAreNoTradingDays(LocalDate day) {
        assertThat(calendar.isTradingDay(day)).isFalse();
    }

    @Test
    void aLeapDayIsADayLikeAnyOther() {
        assertThat(calendar.isTradingDay(LocalDate.of(2024, 2, 29))).isTrue();
    }

    @Test
    void aYearHasAsManyTradingDaysAsTheMarketPublished() {
        LocalDate first = LocalDate.of(2022, 1, 1);
        assertThat(first.datesUntil(first.plusYears(1)).filter(calendar::isTradingDay))
                .hasSize(242);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-10-01", "2021-10-01,2021-10-07", "2021-13-01,2021-10-07,x"})
    void aMalformedLineIsRefused(String line) {
        assertThatThrownBy(() -> TradingCalendar.read(csv(line)))
                .isInstanceOfAny(
                        IllegalArgumentException.class,
                        java.time.format.DateTimeParseException.class);
    }

    private static InputStream csv(String line) {
        return new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8));
    }
}

package org.carbonmarket.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void rateAndTimeLeftAreThoseOfThisRunAlone() {
        assertThat(new Pace(100, 1_083).line(day(), 183, Duration.ofSeconds(83)))
                .isEqualTo("2022-04-06  day 183 of 1,083, 1.00 days/s, 15:00 left");
    }

    @Test
    void theLastDayLeavesNothing() {
        assertThat(new Pace(0, 11).line(day(), 11, Duration.ofMillis(5_500)))
                .isEqualTo("2022-04-06  day 11 of 11, 2.00 days/s, 0:00 left");
    }

    private static LocalDate day() {
        return LocalDate.of(2022, 4, 6);
    }
}

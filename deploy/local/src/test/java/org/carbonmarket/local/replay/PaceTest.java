package org.carbonmarket.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final LocalDate DAY = LocalDate.of(2022, 4, 6);

    private final List<String> said = new ArrayList<>();
    private long now = 17;

    @Test
    void daysOfAnEarlierRunAreCountedButMeasureNothing() {
        Pace pace = pace(1_083);
        for (int i = 0; i < 100; i++) {
            pace.kept();
        }
        pace.begin();
        live(pace, Duration.ofSeconds(10));

        assertThat(said).containsExactly("2022-04-06  day 101 of 1,083, 0.10 days/s, 163:40 left");
    }

    @Test
    void quickDaysAreToldOfEveryFiveSeconds() {
        Pace pace = pace(100);
        pace.begin();
        for (int i = 0; i < 24; i++) {
            live(pace, Duration.ofMillis(500));
        }

        assertThat(said)
                .containsExactly(
                        "2022-04-06  day 10 of 100, 2.00 days/s, 0:45 left",
                        "2022-04-06  day 20 of 100, 2.00 days/s, 0:40 left");
    }

    @Test
    void theLastDayIsAlwaysToldOf() {
        Pace pace = pace(1);
        pace.begin();
        live(pace, Duration.ofMillis(200));

        assertThat(said).containsExactly("2022-04-06  day 1 of 1, 5.00 days/s, 0:00 left");
    }

    private Pace pace(int days) {
        return new Pace(days, () -> now, said::add);
    }

    private void live(Pace pace, Duration took) {
        now += took.toNanos();
        pace.lived(DAY);
    }
}

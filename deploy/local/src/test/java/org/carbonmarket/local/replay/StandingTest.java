package org.carbonmarket.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.carbonmarket.local.PlatformFailure;
import org.carbonmarket.local.replay.record.RecordRow;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final NavigableMap<LocalDate, List<RecordRow>> DAYS = Records.firstDays().days();
    private static final LocalDate FIRST = LocalDate.of(2021, 7, 16);
    private static final LocalDate MONDAY = LocalDate.of(2021, 7, 19);
    private static final LocalDate LATER = LocalDate.of(2021, 7, 26);

    @Test
    void aNewPlatformBeginsWithTheFirstDayAskedFor() {
        assertThat(lived().first(DAYS, null)).isEqualTo(FIRST);
        assertThat(lived().first(DAYS, LocalDate.of(2021, 7, 24))).isEqualTo(LATER);
    }

    @Test
    void aPlatformThatHasLivedDaysGoesOnFromItsOwnFirst() {
        Standing standing = lived(FIRST, MONDAY);

        assertThat(standing.first(DAYS, null)).isEqualTo(FIRST);
        assertThat(standing.first(DAYS, LocalDate.of(2021, 7, 20))).isEqualTo(FIRST);
        assertThat(standing.isDone(FIRST)).isTrue();
        assertThat(standing.isDone(MONDAY)).isFalse();
    }

    @Test
    void daysCannotBeLeftOut() {
        assertThatThrownBy(() -> lived(FIRST, MONDAY).first(DAYS, LATER))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("goes on with 2021-07-20");
    }

    @Test
    void aPlatformThatLivedOtherDaysIsNotGoneOnWith() {
        assertThatThrownBy(() -> lived(LocalDate.of(2022, 1, 4)).first(DAYS, null))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("lived other days");
        assertThatThrownBy(() -> lived(MONDAY).first(DAYS, FIRST))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("lived other days");
    }

    @Test
    void aRecordThatEndsBeforeTheDayAskedForIsRefused() {
        assertThatThrownBy(() -> lived().first(DAYS, LocalDate.of(2022, 1, 1)))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("no day from 2022-01-01 on");
    }

    private static Standing lived(LocalDate... days) {
        Standing standing = new Standing(new TreeMap<>());
        for (LocalDate day : days) {
            standing.sheets().put(day, List.of());
        }
        return standing;
    }
}

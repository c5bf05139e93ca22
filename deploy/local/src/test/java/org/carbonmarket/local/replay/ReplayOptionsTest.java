package org.carbonmarket.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.carbonmarket.local.PlatformFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayOptionsTest {

    @Test
    void aFileAloneIsReplayedWhole() {
        assertThat(ReplayOptions.of(List.of("days.csv")))
                .isEqualTo(new ReplayOptions(Path.of("days.csv"), null, null, false, false, 0));
    }

    @Test
    void everyOptionIsRead() {
        List<String> arguments =
                List.of(
                        "--fresh --from 2021-07-16 days.csv --to 2021-07-30 --stay --kill-every 60"
                                .split(" "));

        assertThat(ReplayOptions.of(arguments))
                .isEqualTo(
                        new ReplayOptions(
                                Path.of("days.csv"),
                                LocalDate.of(2021, 7, 16),
                                LocalDate.of(2021, 7, 30),
                                true,
                                true,
                                60));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--stay|Name the record",
                "a.csv b.csv|Unknown option b.csv",
                "a.csv --form 2021-07-16|Unknown option --form",
                "a.csv --from|--from lacks its value",
                "a.csv --from today|--from takes a day such as 2021-07-16, not 'today'",
                "a.csv --from 2021-07-30 --to 2021-07-16|2021-07-16 is before the day 2021-07-30",
                "a.csv --kill-every 0|takes a number of seconds, not '0'"
            })
    void whatCannotBeMeantIsRefusedInASentence(String arguments, String sentence) {
        assertThatThrownBy(() -> ReplayOptions.of(List.of(arguments.split(" "))))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining(sentence);
    }
}

package org.carbonmarket.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void theOptionsGoTogetherInAnyOrder() {
        assertThat(Options.of(List.of())).isEqualTo(new Options(false, false));
        assertThat(Options.of(List.of("--once"))).isEqualTo(new Options(true, false));
        assertThat(Options.of(List.of("--fresh", "--once"))).isEqualTo(new Options(true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--onc", "once", "", "--once=yes", "-f"})
    void anythingElseIsRefusedByName(String argument) {
        assertThatThrownBy(() -> Options.of(List.of("--once", argument)))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("Unknown option " + argument);
    }
}

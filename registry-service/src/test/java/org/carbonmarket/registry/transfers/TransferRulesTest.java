package org.carbonmarket.registry.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import org.carbonmarket.events.quantity.Tonnes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferRulesTest {

    /** The days off around the National Day of 2025, and the Sunday worked for them. */
    private static final TransferRules RULES =
            new TransferRules(
                    2,
                    4,
                    26,
                    Tonnes.of(100_000),
                    Tonnes.of(1_000_000),
                    LocalTime.parse("09:00"),
                    LocalTime.parse("17:00"),
                    Map.of(
                            LocalDate.parse("2025-09-28"), true,
                            LocalDate.parse("2025-10-01"), false,
                            LocalDate.parse("2025-10-02"), false,
                            LocalDate.parse("2025-10-03"), false));

    @ParameterizedTest
    @CsvSource({
        "2025-11-17, 2025-11-21",
        "2025-11-19, 2025-11-25",
        "2025-11-22, 2025-11-27",
        "2025-09-26, 2025-10-06",
        "2025-09-25, 2025-09-30"
    })
    void aTrustedAccountCountsFromTheFourthWorkingDay(LocalDate approved, LocalDate from) {
        assertThat(RULES.trustedFrom(approved)).isEqualTo(from);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-17T09:00:00+08:00, true",
        "2025-11-17T08:59:59+08:00, false",
        "2025-11-17T16:59:59+08:00, true",
        "2025-11-17T17:00:00+08:00, false",
        "2025-11-22T10:00:00+08:00, false",
        "2025-09-28T10:00:00+08:00, true",
        "2025-10-01T10:00:00+08:00, false"
    })
    void transfersAreExecutedInWorkingHoursOnly(OffsetDateTime at, boolean open) {
        assertThat(RULES.isOpen(at)).isEqualTo(open);
    }

    @Test
    void offTheListATransferWaitsTwentySixHours() {
        OffsetDateTime approved = OffsetDateTime.parse("2025-11-17T10:00:00+08:00");

        assertThat(RULES.notBefore(approved, false))
                .isEqualTo(OffsetDateTime.parse("2025-11-18T12:00:00+08:00"));
        assertThat(RULES.notBefore(approved, true)).isEqualTo(approved);
        assertThat(RULES.expiryOf(approved))
                .isEqualTo(OffsetDateTime.parse("2025-11-19T10:00:00+08:00"));
    }
}

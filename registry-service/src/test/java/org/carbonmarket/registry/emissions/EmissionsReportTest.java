package org.carbonmarket.registry.emissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.emissions.EmissionsReport.Month;
import org.carbonmarket.registry.emissions.EmissionsReport.UnitReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmissionsReportTest {

    /** 100.25 + 100.25 = 200.5 rounds to 201; 0.4 to 0; together 201. */
    @Test
    void aUnitsYearIsRoundedHalfUpAndUnitsAreSummed() {
        EmissionsReport report =
                new EmissionsReport(
                        List.of(
                                new UnitReport(
                                        "Unit 1", List.of(month(1, "100.25"), month(2, "100.25"))),
                                new UnitReport("Unit 2", List.of(month(1, "0.4")))));

        assertThat(report.emissions()).isEqualTo(Tonnes.of(201));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1000000001", "0.1234567", "1E+3", "1E-400"})
    void aFigureIsAPlainNumberOfThisWorld(String emissions) {
        assertThatThrownBy(() -> month(1, emissions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("emissions is a number from 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 13, -1})
    void aMonthIsOneOfTwelve(int month) {
        assertThatThrownBy(() -> month(month, "1")).hasMessage("a month is 1 to 12");
    }

    @Test
    void nothingIsReportedTwice() {
        assertThatThrownBy(() -> new UnitReport("U", List.of(month(1, "1"), month(1, "1"))))
                .hasMessage("month 1 is reported twice");
        UnitReport unit = new UnitReport("U", List.of(month(1, "1")));
        assertThatThrownBy(() -> new EmissionsReport(List.of(unit, unit)))
                .hasMessage("unit U is reported twice");
    }

    @Test
    void aParameterHasANameAndAFigure() {
        assertThatThrownBy(() -> new Month(1, BigDecimal.ONE, Map.of("Coal!", BigDecimal.ONE)))
                .hasMessageContaining("a parameter is named");
        assertThatThrownBy(() ->
                        new Month(1, BigDecimal.ONE, Map.of("coalTonnes", BigDecimal.ONE.negate())))
                .hasMessageContaining("coalTonnes is a number");
    }

    @ParameterizedTest
    @CsvSource({
        "SUBMITTED, VERIFIED, true",
        "SUBMITTED, RETURNED, true",
        "SUBMITTED, APPROVED, false",
        "VERIFIED, APPROVED, true",
        "VERIFIED, RETURNED, true",
        "RETURNED, VERIFIED, false",
        "APPROVED, RETURNED, false"
    })
    void aReportGoesThroughVerificationToApproval(ReportState from, ReportState to, boolean may) {
        assertThat(from.mayBecome(to)).isEqualTo(may);
    }

    private static Month month(int month, String emissions) {
        return new Month(month, new BigDecimal(emissions), Map.of());
    }
}

package org.carbonmarket.registry.allocation.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.allocation.formula.UnitActivity.Cooling;
import org.carbonmarket.registry.rulesets.book.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CalculationTest {

    /**
     * Eleven kinds of units under every plan of the power sector, each row with its calculation.
     */
    @ParameterizedTest(name = "{0} {1}: {10}")
    @CsvFileSource(resources = "power-examples.csv", numLinesToSkip = 1)
    void aUnitOfThePowerSectorIsDueToTheTonne(
            String ruleSet,
            String unit,
            String unitClass,
            BigDecimal electricity,
            BigDecimal heat,
            Cooling cooling,
            BigDecimal heatRatio,
            BigDecimal loadFactor,
            long emissions,
            long tonnes,
            String source) {
        UnitActivity activity =
                new UnitActivity(
                        unitClass,
                        electricity,
                        heat,
                        cooling,
                        heatRatio,
                        loadFactor,
                        BigDecimal.ZERO,
                        Tonnes.of(emissions));

        UnitDue due = new Calculation(Plans.plan(ruleSet)).onVerifiedFigures(activity);

        assertThat(due.due().value()).as(unit + ", " + source).isEqualTo(tonnes);
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvFileSource(resources = "cement-examples.csv", numLinesToSkip = 1)
    void aCementWorksIsDueByItsIntensity(
            String works, BigDecimal output, long emissions, long tonnes, String source) {
        UnitActivity activity = clinker(output, emissions);

        UnitDue due = new Calculation(Plans.plan("CEMENT-2025")).onVerifiedFigures(activity);

        assertThat(due.due().value()).as(works + ", " + source).isEqualTo(tonnes);
    }

    @Test
    void theWorkingCanBeCheckedByHand() {
        UnitDue due =
                new Calculation(Plans.plan("POWER-2024"))
                        .onVerifiedFigures(coal("3000000", "1000000", "60"));

        assertThat(due.factor()).isEqualByComparingTo("1.061364");
        assertThat(due.due()).isEqualTo(Tonnes.of(2_621_916));
        assertThat(due.working())
                .isEqualTo(
                        "3000000 MWh x 0.7910 x 1.061364 = 2518616 t;"
                                + " 1000000 GJ x 0.1033 = 103300 t");
    }

    /** 70 % of 2018's output: 2,100,000 MWh x 0.877 x 1.0 x 1.0 x 1.0 = 1,841,700. */
    @Test
    void theFirstPlanPreAllocatesByEarlierOutput() {
        UnitDue due =
                new Calculation(Plans.plan("POWER-2019-20")).inAdvance(coal("3000000", "0", "85"));

        assertThat(due.due()).isEqualTo(Tonnes.of(1_841_700));
    }

    /** 70 % of 1,234,567 t is 864,196.9 t. */
    @Test
    void laterPlansPreAllocateByTheYearBeforesEmissions() {
        UnitActivity unit = clinker(BigDecimal.ZERO, 1_234_567);

        assertThat(new Calculation(Plans.plan("POWER-2024")).inAdvance(unit).due())
                .isEqualTo(Tonnes.of(864_196));
        assertThat(new Calculation(Plans.plan("CEMENT-2025")).inAdvance(unit).due())
                .isEqualTo(Tonnes.of(864_196));
    }

    @Test
    void gasIsNotRaisedInAdvanceToEmissionsNobodyVerifiedYet() {
        UnitActivity gas =
                new UnitActivity(
                        "IV",
                        new BigDecimal("100000"),
                        BigDecimal.ZERO,
                        Cooling.WATER,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        Tonnes.of(999_999));

        assertThat(new Calculation(Plans.plan("POWER-2019-20")).inAdvance(gas).due())
                .isEqualTo(Tonnes.of(27_440));
    }

    @Test
    void anEntityIsDueAtLeastFourFifthsOfItsEmissions() {
        Calculation power = new Calculation(Plans.plan("POWER-2024"));

        assertThat(power.entityDue(Tonnes.of(700_000), Tonnes.of(1_000_000)))
                .isEqualTo(Tonnes.of(800_000));
        assertThat(power.entityDue(Tonnes.of(900_000), Tonnes.of(1_000_000)))
                .isEqualTo(Tonnes.of(900_000));
        assertThat(
                        new Calculation(Plans.plan("CEMENT-2025"))
                                .entityDue(Tonnes.of(1), Tonnes.of(1_000_000)))
                .isEqualTo(Tonnes.of(1));
    }

    @Test
    void aClassThePlanDoesNotKnowIsRefused() {
        assertThatThrownBy(() ->
                        new Calculation(Plans.plan("POWER-2024"))
                                .onVerifiedFigures(clinker(BigDecimal.ONE, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static UnitActivity coal(String electricity, String heat, String loadFactor) {
        return new UnitActivity(
                "I",
                new BigDecimal(electricity),
                new BigDecimal(heat),
                Cooling.WATER,
                BigDecimal.ZERO,
                new BigDecimal(loadFactor),
                BigDecimal.ZERO,
                Tonnes.ZERO);
    }

    private static UnitActivity clinker(BigDecimal output, long emissions) {
        return new UnitActivity(
                "CLINKER",
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Cooling.NONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                output,
                Tonnes.of(emissions));
    }
}

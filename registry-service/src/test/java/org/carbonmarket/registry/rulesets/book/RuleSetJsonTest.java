package org.carbonmarket.registry.rulesets.book;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.rulesets.Caps;
import org.carbonmarket.registry.rulesets.CarryOver;
import org.carbonmarket.registry.rulesets.Penalties.Fine;
import org.carbonmarket.registry.rulesets.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSetJsonTest {

    @Test
    void everyPlanSoFarShips() {
        assertThat(Plans.all().keySet())
                .containsExactly(
                        "POWER-2019-20",
                        "POWER-2021",
                        "POWER-2022",
                        "POWER-2023",
                        "POWER-2024",
                        "CEMENT-2025");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POWER-2019-20", "POWER-2024", "CEMENT-2025"})
    void whatIsWrittenIsReadAgain(String name) {
        RuleSet plan = Plans.plan(name);
        String written = RuleSetJson.write(plan);

        assertThat(RuleSetJson.read(written)).isEqualTo(plan);
    }

    @Test
    void decimalsAreWrittenAsStrings() {
        assertThat(RuleSetJson.write(Plans.plan("POWER-2024")))
                .contains("\"power\":\"0.7910\"")
                .contains("\"is\":\"OUTPUT_BENCHMARK\"");
    }

    @Test
    void aPenaltyIsThatOfTheLawAtTheDeadline() {
        assertThat(Plans.plan("POWER-2022").penalties().shortfall()).isInstanceOf(Fine.Range.class);
        assertThat(Plans.plan("POWER-2023").penalties().shortfall())
                .isEqualTo(new Fine.PriceMultiple(new BigDecimal("5"), new BigDecimal("10")));
    }

    @Test
    void aShortfallIsDeductedUntilTheCodeEndsThat() {
        var penalties = Plans.plan("POWER-2024").penalties();

        assertThat(penalties.deductsOn(LocalDate.parse("2026-08-14"))).isTrue();
        assertThat(penalties.deductsOn(LocalDate.parse("2026-08-15"))).isFalse();
    }

    @Test
    void creditsOffsetAtMostFivePercentFloored() {
        assertThat(Plans.plan("POWER-2024").surrender().mostCredits(Tonnes.of(1_000_019)))
                .isEqualTo(Tonnes.of(50_000));
    }

    @Test
    void anEntityFallsShortByAtMostAFifth() {
        Caps caps = requireNonNull(Plans.plan("POWER-2024").caps());

        assertThat(caps.leastDue(Tonnes.of(1_000_001))).isEqualTo(Tonnes.of(800_001));
    }

    /** T = 10,000 t + 1.5 x net sales, floored, at most what is held. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 50000, 10000",
        "1001, 0, 50000, 11501",
        "500, 900, 50000, 10000",
        "100000, 0, 50000, 50000",
        "0, 0, 9999, 9999"
    })
    void whatMayBeCarriedOverGrowsWithNetSales(long sold, long bought, long held, long most) {
        CarryOver carryOver = requireNonNull(Plans.plan("CEMENT-2025").carryOver());

        assertThat(carryOver.most(Tonnes.of(sold), Tonnes.of(bought), Tonnes.of(held)))
                .isEqualTo(Tonnes.of(most));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"share\":\"70\"|\"share\":\"101\"",
                "\"yearTo\":2024|\"yearTo\":2023",
                "\"ruleSet\":\"POWER-2024\"|\"ruleSet\":\"power\"",
                "\"unitClass\":\"II\"|\"unitClass\":\"I\"",
                "\"power\":\"0.7910\"|\"power\":\"-1\"",
                "\"is\":\"OUTPUT_BENCHMARK\"|\"is\":\"BY_LOT\"",
                "\"from\":\"65\"|\"from\":\"0\"",
                "\"base\":\"1.015\"|\"base\":\"3\"",
                "\"tonnes\":\"FLOOR\"|\"tonnes\":\"UNNECESSARY\""
            })
    void aRuleSetThatContradictsItselfIsNoRuleSet(String sound, String unsound) {
        String json = RuleSetJson.write(Plans.plan("POWER-2024"));

        assertThat(json).contains(sound);
        assertThatThrownBy(() -> RuleSetJson.read(json.replace(sound, unsound)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theProductsOfTheYearsFollowEachOther() {
        assertThat(Plans.all().values())
                .extracting(plan -> plan.product().value())
                .isEqualTo(List.of("CEA", "CEA21", "CEA22", "CEA23", "CEA24", "CEA25"));
    }
}

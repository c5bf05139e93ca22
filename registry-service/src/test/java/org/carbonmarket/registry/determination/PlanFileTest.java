package org.carbonmarket.registry.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.allocation.LineError;
import org.carbonmarket.registry.determination.Entitlements.EntityDue;
import org.carbonmarket.registry.rulesets.book.Plans;
import org.junit.jupiter.api.Test;

class PlanFileTest {

    private static final Plan FINAL = new Plan(Plans.plan("POWER-2024"), 2024, Stage.FINAL);
    private static final Plan CEMENT = new Plan(Plans.plan("CEMENT-2025"), 2025, Stage.FINAL);
    private static final String HEADER =
            "unit,account,unitClass,electricity,heat,cooling,heatRatio,loadFactor,emissions\n";

    @Test
    void theFormulaSaysWhatColumnsAFileHas() {
        assertThat(FINAL.columns())
                .containsExactly(
                        "unit",
                        "account",
                        "unitClass",
                        "electricity",
                        "heat",
                        "cooling",
                        "heatRatio",
                        "loadFactor",
                        "emissions");
        assertThat(CEMENT.columns())
                .containsExactly("unit", "account", "unitClass", "output", "emissions");
        assertThat(new Plan(Plans.plan("POWER-2024"), 2024, Stage.PRE_ALLOCATION).columns())
                .containsExactly("unit", "account", "unitClass", "emissions");
        assertThat(new Plan(Plans.plan("POWER-2019-20"), 2019, Stage.PRE_ALLOCATION).columns())
                .contains("electricity")
                .doesNotContain("emissions");
    }

    @Test
    void everyBadColumnOfEveryLineIsReported() {
        PlanFile file =
                read(
                        HEADER
                                + ",power 1,V,-1,1.2345,SEA,101,60.123,1.5\n"
                                + "Unit 2,POWER-1,I,3000000,1000000,WATER,12.5,60,2700000\n"
                                + "Unit 3,POWER-1,I,3000000,0,WATER,12.5,60,2700000\n"
                                + "Unit 2,POWER-1,I,1,0,WATER,0,60,1\n"
                                + "Unit 4,POWER-1,I,1,0,WATER\n"
                                + "Unit 5,POWER-1,I,1e6,NaN,water,,0x10,\n");

        assertThat(file.lines()).extracting(UnitLine::unit).containsExactly("Unit 2");
        assertThat(file.errors())
                .extracting(LineError::line, LineError::column, LineError::code)
                .contains(
                        tuple(2L, "unit", "TEXT_MALFORMED"),
                        tuple(2L, "account", "CODE_MALFORMED"),
                        tuple(2L, "unitClass", "CLASS_UNKNOWN"),
                        tuple(2L, "electricity", "NUMBER_MALFORMED"),
                        tuple(2L, "heat", "NUMBER_MALFORMED"),
                        tuple(2L, "cooling", "COOLING_UNKNOWN"),
                        tuple(2L, "heatRatio", "NUMBER_MALFORMED"),
                        tuple(2L, "loadFactor", "NUMBER_MALFORMED"),
                        tuple(2L, "emissions", "NUMBER_MALFORMED"),
                        tuple(4L, "heatRatio", "HEAT_MISSING"),
                        tuple(5L, "unit", "UNIT_REPEATED"),
                        tuple(6L, "", "COLUMNS_WRONG"),
                        tuple(7L, "electricity", "NUMBER_MALFORMED"),
                        tuple(7L, "heat", "NUMBER_MALFORMED"),
                        tuple(7L, "cooling", "COOLING_UNKNOWN"),
                        tuple(7L, "heatRatio", "NUMBER_MALFORMED"),
                        tuple(7L, "loadFactor", "NUMBER_MALFORMED"),
                        tuple(7L, "emissions", "NUMBER_MALFORMED"));
    }

    @Test
    void aHeatRatioGoesWithHeat() {
        assertThat(read(HEADER + "Unit 3,POWER-1,I,3000000,0,WATER,12.5,60,2700000\n").errors())
                .extracting(LineError::column, LineError::code)
                .containsExactly(tuple("heatRatio", "HEAT_MISSING"));
    }

    @Test
    void aForeignHeaderRefusesTheFile() {
        assertThat(read("unit,account,product,tonnes,document\na,b,c,d,e\n").errors())
                .extracting(LineError::code)
                .containsExactly("CSV_HEADER");
    }

    /**
     * By hand: unit 1 2,621,916; unit 2 is gas, 800,000 x 0.3288 = 263,040, raised to its 290,000;
     * together 2,911,916.
     */
    @Test
    void anEntityIsDueTheSumOfItsUnits() {
        EntityDue entity =
                due(
                        HEADER
                                + "Unit 1,POWER-1,I,3000000,1000000,WATER,12.5,60,2700000\n"
                                + "Unit 2,POWER-1,IV,800000,0,WATER,0,45,290000\n",
                        Map.of());

        assertThat(entity.unitsDue()).isEqualTo(Tonnes.of(2_911_916));
        assertThat(entity.due()).isEqualTo(Tonnes.of(2_911_916));
        assertThat(entity.emissions()).isEqualTo(Tonnes.of(2_990_000));
    }

    /** By hand: 1,000 x 0.7910 = 791 of 1,001 emitted; 1,001 less a fifth floored (200) is 801. */
    @Test
    void anEntitysShortfallIsCappedAtAFifth() {
        EntityDue entity = due(HEADER + "Unit 1,POWER-1,I,1000,0,WATER,0,80,1001\n", Map.of());

        assertThat(entity.unitsDue()).isEqualTo(Tonnes.of(791));
        assertThat(entity.due()).isEqualTo(Tonnes.of(801));
    }

    @Test
    void anEarlierShortfallIsDeductedAndNeverMoreThanThereIs() {
        String file = HEADER + "Unit 1,POWER-1,I,1000,0,WATER,0,80,900\n";

        assertThat(due(file, Map.of(AccountId.of("POWER-1"), Tonnes.of(91))).due())
                .isEqualTo(Tonnes.of(700));
        EntityDue stripped = due(file, Map.of(AccountId.of("POWER-1"), Tonnes.of(5_000)));
        assertThat(stripped.due()).isEqualTo(Tonnes.ZERO);
        assertThat(stripped.deducted()).isEqualTo(Tonnes.of(791));
    }

    private static EntityDue due(String text, Map<AccountId, Tonnes> deductions) {
        PlanFile file = read(text);
        assertThat(file.errors()).isEmpty();
        List<EntityDue> entities = Entitlements.of(FINAL, file.lines(), deductions).entities();
        assertThat(entities).hasSize(1);
        return entities.getFirst();
    }

    private static PlanFile read(String text) {
        return PlanFile.read(text.getBytes(StandardCharsets.UTF_8), FINAL);
    }
}

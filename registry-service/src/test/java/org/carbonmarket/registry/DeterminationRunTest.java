package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.as;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.Test;

/**
 * A whole sector in one run: every unit computed by the formula of its plan, approved and posted.
 * {@code -Dallocation.units=10000} runs it at full size (2,162 plants); the times are printed.
 */
@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class DeterminationRunTest {

    private static final int UNITS = Integer.getInteger("allocation.units", 1_500);
    private static final int ENTITIES = Math.max(1, (int) (2_162L * UNITS / 10_000));
    private static final String HEADER =
            "unit,account,unitClass,electricity,heat,cooling,heatRatio,loadFactor\n";

    @Inject Database database;

    @Test
    void aWholeSectorIsAllocatedInOneRunAndASecondRunPostsNothing() {
        Determining.recordPlansProducts();
        openWorks();
        String csv = units();

        long start = System.nanoTime();
        String number = file(csv);
        long filed = System.nanoTime();
        JsonPath posted =
                Determining.approve(number)
                        .statusCode(200)
                        .body("state", equalTo("POSTED"))
                        .body("progress.entities", equalTo(ENTITIES))
                        .body("progress.refused", equalTo(0))
                        .extract()
                        .jsonPath();
        long done = System.nanoTime();

        System.out.printf(
                "determination: %d units of %d entities, %d t; computed and filed in %d ms,"
                        + " approved and posted in %d ms, %d units/s in all%n",
                UNITS,
                ENTITIES,
                posted.getLong("progress.issued"),
                (filed - start) / 1_000_000,
                (done - filed) / 1_000_000,
                UNITS * 1_000_000_000L / (done - start));
        assertThat(posted.getLong("progress.issued")).isEqualTo(posted.getLong("due"));

        Determining.approve(number).statusCode(200);
        Determining.approve(file(csv))
                .statusCode(200)
                .body("progress.entities", equalTo(ENTITIES))
                .body("progress.issued", equalTo(0))
                .body("progress.takenBack", equalTo(0));
        as(AUDITOR)
                .queryParam("product", "CEA")
                .get("/holdings/totals")
                .then()
                .statusCode(200)
                .body("balanced", equalTo(true));
    }

    private static String file(String csv) {
        return Determining.file("POWER-2019-20", 2020, "PRE_ALLOCATION", csv)
                .statusCode(201)
                .extract()
                .path("determination");
    }

    /** Opening 2,162 accounts through REST would take longer than what is measured. */
    private void openWorks() {
        database.update(
                """
                insert into account (account, version, name, kind, state, recorded_at, recorded_by)
                select 'WORKS-' || n, 2, 'Works ' || n, 'KEY_EMITTING_UNIT', 'ACTIVE', now(), 'test'
                from generate_series(0, ?) as n on conflict do nothing\
                """,
                ENTITIES - 1);
    }

    private static String units() {
        String[] classes = {"I", "II", "III", "IV"};
        String[] cooling = {"WATER", "AIR", "NONE"};
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < UNITS; i++) {
            csv.append(
                    "Run unit %d,WORKS-%d,%s,%d.%d,%d,%s,%s,%d.%d%n"
                            .formatted(
                                    i,
                                    i % ENTITIES,
                                    classes[i % 4],
                                    900_000 + 137L * i,
                                    i % 10,
                                    i % 3 == 0 ? 0 : 400_000 + i,
                                    cooling[i % 3],
                                    i % 3 == 0 ? "0" : "12.5",
                                    50 + i % 45,
                                    i % 10));
        }
        return csv.toString();
    }
}

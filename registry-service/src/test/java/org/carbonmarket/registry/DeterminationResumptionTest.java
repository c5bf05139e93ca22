package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.Test;

/** A run of 150 entities in batches of 100 breaks off in the second batch. */
@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class DeterminationResumptionTest {

    private static final int ENTITIES = 150;

    @Inject Database database;

    @Test
    void aRunThatBrokeOffGoesOnWhereItWasAndPostsNothingTwice() throws Exception {
        Determining.recordPlansProducts();
        String number = file();
        breakAt("STOP-150");

        Determining.approve(number).statusCode(500).contentType("application/problem+json");
        as(AUDITOR)
                .get("/determinations/{number}", number)
                .then()
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("progress.entities", equalTo(100));
        as(AUDITOR)
                .queryParam("state", "WAITING")
                .get("/determinations/{number}/entities", number)
                .then()
                .body("items", hasSize(50));

        mend();
        assertThat(approvalsAtOnce(number)).containsOnly(200);
        as(AUDITOR)
                .get("/determinations/{number}", number)
                .then()
                .body("state", equalTo("POSTED"))
                .body("progress.entities", equalTo(ENTITIES))
                .body("progress.issued", equalTo(ENTITIES * 6_139));
        assertThat(postingsOf(number)).isEqualTo(ENTITIES);
        assertThat(Registry.tonnes("STOP-150", "CEA", "available")).isEqualTo(6_139);
    }

    private static List<Integer> approvalsAtOnce(String number) throws Exception {
        List<Callable<Integer>> approvals = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            approvals.add(() -> Determining.approve(number).extract().statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> answer : threads.invokeAll(approvals)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    /** Each has one unit of class I, 10,000 MWh: in advance 70 % x 10,000 x 0.877 = 6,139. */
    private String file() {
        StringBuilder csv =
                new StringBuilder(
                        "unit,account,unitClass,electricity,heat,cooling,heatRatio,loadFactor\n");
        for (int i = 1; i <= ENTITIES; i++) {
            String account = "STOP-%03d".formatted(i);
            csv.append("Unit of %s,%s,I,10000,0,WATER,0,85%n".formatted(account, account));
        }
        database.update(
                """
                insert into account (account, version, name, kind, state, recorded_at, recorded_by)
                select 'STOP-' || lpad(n::text, 3, '0'), 2, 'Stop ' || n, 'KEY_EMITTING_UNIT',
                       'ACTIVE', now(), 'test'
                from generate_series(1, ?) as n\
                """,
                ENTITIES);
        return Determining.file("POWER-2019-20", 2019, "PRE_ALLOCATION", csv.toString())
                .statusCode(201)
                .extract()
                .path("determination");
    }

    private void breakAt(String account) {
        database.update(
                """
                create function break_off() returns trigger language plpgsql as $$
                begin
                    if new.account = '%s' then raise exception 'the test breaks off here'; end if;
                    return new;
                end $$\
                """
                        .formatted(account));
        database.update(
                """
                create trigger break_off before update on determined_entity
                for each row execute function break_off()\
                """);
    }

    private void mend() {
        database.update("drop function break_off() cascade");
    }

    private long postingsOf(String number) {
        return database.find(
                        """
                        select count(distinct posting) as postings from determined_entity
                        where determination = ? and posting is not null\
                        """,
                        row -> row.number("postings"),
                        number)
                .orElseThrow();
    }
}

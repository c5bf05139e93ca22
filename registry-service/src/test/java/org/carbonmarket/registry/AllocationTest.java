package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.approve;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.file;
import static org.carbonmarket.registry.Registry.tonnes;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.carbonmarket.events.registry.HoldingEvent;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesIssued;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class AllocationTest {

    private static final String HEADER = "unit,account,product,tonnes,document\n";

    @Test
    void nothingIsIssuedBeforeASecondPersonApproves() {
        prepare("ALL-1", "ALLA");
        String allocation =
                file(HEADER + "Unit 1,ALL-1,ALLA,600,D\nUnit 2,ALL-1,ALLA,400,D\n")
                        .statusCode(201)
                        .body("state", equalTo("PREVIEWED"))
                        .body("lines", equalTo(2))
                        .body("tonnes", equalTo(1_000))
                        .body("approvedBy", nullValue())
                        .extract()
                        .path("allocation");

        as(OPERATOR)
                .post("/allocations/{allocation}/approval", allocation)
                .then()
                .statusCode(403)
                .body("code", equalTo("SAME_PERSON"));
        assertThat(tonnes("ALL-1", "ALLA", "available")).isZero();
        approve(allocation).statusCode(200).body("state", equalTo("POSTED"));

        assertThat(tonnes("ALL-1", "ALLA", "available")).isEqualTo(1_000);
        as(AUDITOR)
                .queryParam("product", "ALLA")
                .get("/holdings/totals")
                .then()
                .statusCode(200)
                .body("issued", equalTo(1_000))
                .body("available", equalTo(1_000))
                .body("balanced", equalTo(true));
    }

    @Test
    void approvingAgainChangesNothingAndEachUnitIsPublishedOnce() {
        prepare("ALL-2", "ALLB");
        String allocation = file(HEADER + "Unit 1,ALL-2,ALLB,600,D\n").extract().path("allocation");

        String posted = approve(allocation).statusCode(200).extract().asString();
        assertThat(approve(allocation).statusCode(200).extract().asString()).isEqualTo(posted);

        assertThat(tonnes("ALL-2", "ALLB", "available")).isEqualTo(600);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(issuedTo("ALL-2")).hasSize(1));
        assertThat(issuedTo("ALL-2").getFirst().reason()).isEqualTo("INITIAL_ALLOCATION");
    }

    @Test
    void theSameFileFiledTwiceIssuesOnce() {
        prepare("ALL-3", "ALLC");
        String csv = HEADER + "Unit 1,ALL-3,ALLC,600,D\n";
        String first = file(csv).extract().path("allocation");
        String second = file(csv).statusCode(201).extract().path("allocation");
        approve(first).statusCode(200);

        approve(second).statusCode(422).body("errors[0].code", equalTo("ALREADY_ALLOCATED"));
        file(csv).statusCode(422).body("errors[0].code", equalTo("ALREADY_ALLOCATED"));
        assertThat(tonnes("ALL-3", "ALLC", "available")).isEqualTo(600);
    }

    @Test
    void approvalsAtTheSameMomentIssueOnce() throws Exception {
        prepare("ALL-4", "ALLD");
        String csv = HEADER + "Unit 1,ALL-4,ALLD,600,D\nUnit 2,ALL-4,ALLD,1,D\n";
        String first = file(csv).extract().path("allocation");
        String second = file(csv).extract().path("allocation");
        List<Callable<Integer>> approvals = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String allocation = i % 2 == 0 ? first : second;
            approvals.add(() -> approve(allocation).extract().statusCode());
        }

        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> answer : threads.invokeAll(approvals)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).isSubsetOf(200, 409, 422);
        assertThat(Collections.frequency(answers, 200)).isEqualTo(4);
        assertThat(tonnes("ALL-4", "ALLD", "available")).isEqualTo(601);
    }

    @Test
    void everyBadLineIsReportedAndNothingIsTaken() {
        prepare("ALL-5", "ALLE");
        as(OPERATOR)
                .contentType("application/json")
                .body(
                        """
                        {"product":"ALLCCER","kind":"CREDIT","vintageFrom":2021,"vintageTo":2021}\
                        """)
                .post("/products")
                .then()
                .statusCode(201);
        as(OPERATOR)
                .contentType("application/json")
                .body("{\"account\":\"ALL-6\",\"name\":\"New\",\"kind\":\"INSTITUTION\"}")
                .post("/accounts")
                .then()
                .statusCode(201);

        file(HEADER
                        + "Unit 1,ALL-5,ALLE,600,D\n"
                        + "Unit 2,NOBODY,ALLE,600,D\n"
                        + "Unit 3,ALL-5,NOTHING,600,D\n"
                        + "Unit 4,ALL-5,ALLCCER,600,D\n"
                        + "Unit 5,ALL-6,ALLE,600,D\n"
                        + "Unit 6,ALL-5,ALLE,six,D\n")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("LINES_REFUSED"))
                .body("errors.line", equalTo(List.of(3, 4, 5, 6, 7)))
                .body(
                        "errors.column",
                        equalTo(List.of("account", "product", "product", "account", "tonnes")))
                .body(
                        "errors.code",
                        equalTo(
                                List.of(
                                        "ACCOUNT_UNKNOWN",
                                        "PRODUCT_UNKNOWN",
                                        "PRODUCT_NOT_AN_ALLOWANCE",
                                        "ACCOUNT_NOT_ACTIVE",
                                        "TONNES_MALFORMED")));
        assertThat(tonnes("ALL-5", "ALLE", "available")).isZero();
    }

    @Test
    void anAccountRestrictedAfterThePreviewGetsNothing() {
        prepare("ALL-7", "ALLF");
        String allocation = file(HEADER + "Unit 1,ALL-7,ALLF,600,D\n").extract().path("allocation");
        as(OPERATOR).post("/accounts/ALL-7/restriction").then().statusCode(200);

        approve(allocation).statusCode(422).body("errors[0].code", equalTo("ACCOUNT_NOT_ACTIVE"));
        as(OPERATOR).post("/accounts/ALL-7/activation").then().statusCode(200);
        approve(allocation).statusCode(200);
    }

    /** Also the measure of the bulk path: the times are printed. */
    @Test
    void fiveThousandUnitsAreAllocatedInOneRun() {
        int accounts = 50;
        int units = 5_000;
        Registry.recordAllowance("ALLG");
        for (int i = 0; i < accounts; i++) {
            Registry.openActive("PLANT-" + i);
        }
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < units; i++) {
            csv.append("Unit %d,PLANT-%d,ALLG,%d,MEE 2021/7%n".formatted(i, i % accounts, 1_000));
        }

        long start = System.nanoTime();
        String allocation = file(csv.toString()).statusCode(201).extract().path("allocation");
        long previewed = System.nanoTime();
        approve(allocation).statusCode(200).body("lines", equalTo(units));
        long posted = System.nanoTime();

        System.out.printf(
                "allocation: %d units previewed in %d ms, posted in %d ms%n",
                units, (previewed - start) / 1_000_000, (posted - previewed) / 1_000_000);
        as(AUDITOR)
                .queryParam("product", "ALLG")
                .get("/holdings/totals")
                .then()
                .body("issued", equalTo(units * 1_000))
                .body("balanced", equalTo(true));
        assertThat(tonnes("PLANT-0", "ALLG", "available")).isEqualTo(100_000);
    }

    private static void prepare(String account, String product) {
        Registry.openActive(account);
        Registry.recordAllowance(product);
    }

    private static List<AllowancesIssued> issuedTo(String account) {
        return SettlementSide.read(Topic.REGISTRY_HOLDINGS).stream()
                .map(HoldingEvent.class::cast)
                .filter(event -> event.account().value().equals(account))
                .filter(AllowancesIssued.class::isInstance)
                .map(AllowancesIssued.class::cast)
                .toList();
    }
}

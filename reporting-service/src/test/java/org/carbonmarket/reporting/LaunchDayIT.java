package org.carbonmarket.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.reporting.reconciliation.LaunchDay;
import org.carbonmarket.testing.KafkaProbe;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The first trading day, heard over a real Kafka and told over REST. */
@QuarkusTest
@QuarkusTestResource(value = MarketInfrastructure.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LaunchDayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<PublishedEvent> EVENTS = LaunchDay.events();

    private static boolean happened;

    @BeforeEach
    void theDayHappensOnce() {
        if (happened) {
            return;
        }
        happened = true;
        try (KafkaProbe probe = new KafkaProbe()) {
            probe.publish(EVENTS.toArray(PublishedEvent[]::new));
            PublishedEvent first = firstTrade();
            probe.publishAs(1, first);
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> {
                    int heard =
                            given().get("/api/v1/topics").jsonPath().getInt("topics.events.sum()");
                    assertThat(heard).isEqualTo(EVENTS.size());
                });
    }

    private static PublishedEvent firstTrade() {
        return EVENTS.stream().filter(TradeExecuted.class::isInstance).findFirst().orElseThrow();
    }

    @Test
    @Order(1)
    void theSheetIsTheOneThatWasPublished() {
        given().queryParam("market", "CN")
                .queryParam("day", "2021-07-16")
                .get("/api/v1/daily-sheets")
                .then()
                .statusCode(200)
                .body("sheets", hasSize(1))
                .body("sheets[0].state", equalTo("FINAL"))
                .body("sheets[0].previousClose", equalTo("48.00"))
                .body("sheets[0].open", equalTo("48.00"))
                .body("sheets[0].high", equalTo("52.80"))
                .body("sheets[0].low", equalTo("48.00"))
                .body("sheets[0].close", equalTo("51.23"))
                .body("sheets[0].change", equalTo("3.23"))
                .body("sheets[0].changePercent", equalTo("6.73"))
                .body("sheets[0].volume", equalTo(4_103_953))
                .body("sheets[0].amount", equalTo("210230053.25"))
                .body("asOf.sequences.'trading.sessions-0'", equalTo(3));
    }

    @Test
    @Order(2)
    void theSheetIsAlsoATable() {
        String expected =
                "CN,2021-07-16,CEA,FINAL,48.00,48.00,52.80,48.00,51.23,3.23,6.73,48,"
                        + "4103953,210230053.25,4103953,210230053.25,0,0.00,0,0.00\r\n";
        given().queryParam("format", "csv")
                .get("/api/v1/daily-sheets")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .body(containsString(expected));
        given().accept("text/csv")
                .get("/api/v1/daily-sheets")
                .then()
                .contentType(containsString("text/csv"))
                .body(containsString(expected));
    }

    @Test
    @Order(3)
    void cumulativeFiguresAreTheSumOfTheDays() {
        given().queryParam("market", "CN")
                .get("/api/v1/cumulative")
                .then()
                .statusCode(200)
                .body("markets[0].since", equalTo("2021-07-16"))
                .body("markets[0].volume", equalTo(4_103_953))
                .body("markets[0].amount", equalTo("210230053.25"))
                .body("markets[0].days[0].cumulativeVolume", equalTo(4_103_953));
    }

    @Test
    @Order(4)
    void tradesArePagedNewestFirstAndEachOnce() {
        String next =
                given().queryParam("limit", 40)
                        .get("/api/v1/trades")
                        .then()
                        .statusCode(200)
                        .body("trades", hasSize(40))
                        .body("trades[0].trade", equalTo("CN-48"))
                        .extract()
                        .path("next");
        given().queryParam("limit", 40)
                .queryParam("cursor", next)
                .get("/api/v1/trades")
                .then()
                .body("trades", hasSize(8))
                .body("trades[7].trade", equalTo("CN-1"))
                .body("next", nullValue());
    }

    @Test
    @Order(5)
    void theBooksAreQuietAndTheDayIsCleared() {
        given().auth()
                .oauth2(TestTokens.of(Roles.AUDITOR))
                .get("/api/v1/reconciliation")
                .then()
                .statusCode(200)
                .body("breaks", hasSize(0))
                .body("quiet", equalTo(true))
                .body("days[0].cleared", equalTo(true))
                .body("days[0].volume", equalTo(4_103_953))
                .body("days[0].amount", equalTo("210230053.25"));
    }

    @Test
    @Order(6)
    void thePublicSeesTheLightButNotTheEvidence() {
        given().get("/api/v1/reconciliation")
                .then()
                .statusCode(200)
                .body("quiet", equalTo(true))
                .body("breakCount", equalTo(0))
                .body("breaks", nullValue());
        given().auth()
                .oauth2(TestTokens.participant("SELLER-1"))
                .get("/api/v1/reconciliation")
                .then()
                .body("breaks", nullValue());
    }

    @Test
    @Order(7)
    void theNewestQuoteIsTold() {
        given().get("/api/v1/quotes")
                .then()
                .statusCode(200)
                .body("quotes[0].product", equalTo("CEA"))
                .body("quotes[0].bids[0].price", equalTo("47.99"));
    }

    @Test
    @Order(8)
    void thePageAndItsChartLibraryAreServedFromHere() {
        given().get("/").then().statusCode(200).body(containsString("echarts.min.js"));
        given().get("/webjars/echarts/5.3.1/dist/echarts.min.js").then().statusCode(200);
    }

    @Test
    @Order(9)
    void anEventThatIsMissingStopsItsTopicAndIsNamed() {
        TradeExecuted trade = (TradeExecuted) firstTrade();
        try (KafkaProbe probe = new KafkaProbe()) {
            probe.publishAs(50, trade);
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        given().auth()
                                .oauth2(TestTokens.of(Roles.REGULATOR))
                                .get("/api/v1/reconciliation")
                                .then()
                                .body("breakCount", greaterThan(0))
                                .body("breaks.subject", hasItem("topic trading.trades")));
        given().get("/q/metrics").then().body(containsString("reconciliation_breaks 1.0"));
        given().get("/api/v1/topics")
                .then()
                .body(
                        "topics.find { it.topic == '%s' }.events"
                                .formatted(Topic.TRADING_TRADES.topicName()),
                        equalTo(48));
    }
}

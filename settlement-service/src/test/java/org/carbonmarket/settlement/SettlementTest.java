package org.carbonmarket.settlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.registry.AccountEvent.AccountRecorded;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.registry.AccountEvent.SubjectKind;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryCompleted;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryLocked;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryRejected;
import org.carbonmarket.events.settlement.DayEvent;
import org.carbonmarket.events.settlement.DayEvent.ClearingBroken;
import org.carbonmarket.events.settlement.DayEvent.TradingDayCleared;
import org.carbonmarket.events.settlement.DeliveryRequestEvent.DeliveryRequested;
import org.carbonmarket.events.settlement.SettlementEvent;
import org.carbonmarket.events.settlement.SettlementEvent.TradeReversed;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionVoided;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.carbonmarket.events.trading.SessionEvent.ProductDay;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.events.trading.TradingMethod;
import org.carbonmarket.testing.KafkaProbe;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settlement between a probe that plays registry and trading, over real Kafka and PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class SettlementTest {

    static final OffsetDateTime AT = OffsetDateTime.parse("2021-07-16T10:00:00+08:00");
    private static final LocalDate DAY = LocalDate.parse("2021-07-16");
    private static final ProductCode CEA = ProductCode.of("CEA");
    static final String OPERATOR = TestTokens.of("wang", "settlement-operator");
    static final String SECOND_OPERATOR = TestTokens.of("zhao", "settlement-operator");

    /** One for all tests: sequences go on from test to test. */
    static final KafkaProbe PROBE = new KafkaProbe();

    @AfterEach
    void theBooksBalance() {
        as(TestTokens.of("auditor"))
                .get("/funds/totals")
                .then()
                .statusCode(200)
                .body("balanced", equalTo(true));
        as(TestTokens.of("auditor"))
                .get("/ledger/verification")
                .then()
                .body("intact", equalTo(true));
    }

    @Test
    void aTradeIsPaidAgainstLockedAllowancesAndTheDayIsCleared() {
        fund("B-1", "100000.00", "90000.00");
        open("S-1");
        PROBE.publish(execution(Market.CN, 1, "B-1", "S-1", "48.00", 1000, "24.00", "12.00"));
        requested(Market.CN, 1);

        PROBE.publish(locked(Market.CN, 1, "S-1", 1000));
        awaitState("CN-1", "SETTLED");
        PROBE.publish(
                locked(Market.CN, 1, "S-1", 1000), completed(Market.CN, 1, "S-1", "B-1", 1000));
        awaitState("CN-1", "DELIVERED");

        as(TestTokens.participant("B-1"))
                .get("/trades/CN-1")
                .then()
                .statusCode(200)
                .body("buyerFee", equalTo("24.00"))
                .body("seller", nullValue())
                .body("sellerFee", nullValue());
        funds("B-1").body("inTrading", equalTo("41976.00"));
        funds("S-1").body("inTrading", equalTo("47988.00"));
        PROBE.publish(closed(Market.CN, 1, 1000, "48000.00", 1));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        as(OPERATOR)
                                .get("/days/CN/2021-07-16")
                                .then()
                                .body("state", equalTo("CLEARED"))
                                .body("fees", equalTo("36.00")));
        assertThat(days(Market.CN))
                .singleElement()
                .isInstanceOfSatisfying(
                        TradingDayCleared.class,
                        cleared -> assertThat(cleared.settled()).isEqualTo(1));
        as(TestTokens.participant("B-1"))
                .get("/accounts/B-1/statements/" + clockDay())
                .then()
                .statusCode(200)
                .body("fees", equalTo("24.00"))
                .body("closing.inTrading", equalTo("41976.00"));
        as(OPERATOR)
                .get("/fees?market=CN")
                .then()
                .statusCode(200)
                .body("days[0].fees", equalTo("36.00"));

        aTradeVoidedOnItsDayIsReversedAndTheDayClearsWithoutIt();
    }

    /** After the cleared day, because a market's trades have one order. */
    private static void aTradeVoidedOnItsDayIsReversedAndTheDayClearsWithoutIt() {
        LocalDate monday = DAY.plusDays(3);
        ExecutionRecorded trade =
                on(monday, execution(Market.CN, 2, "B-1", "S-1", "48.00", 100, "2.40", "2.40"));
        PROBE.publish(trade, voided(3, trade));
        requested(Market.CN, 3);
        PROBE.publish(locked(Market.CN, 2, "S-1", 100), locked(Market.CN, 3, "B-1", 100));
        awaitState("CN-3", "SETTLED");
        PROBE.publish(
                completed(Market.CN, 2, "S-1", "B-1", 100),
                completed(Market.CN, 3, "B-1", "S-1", 100));
        awaitState("CN-3", "DELIVERED");

        funds("B-1").body("inTrading", equalTo("41976.00"));
        funds("S-1").body("inTrading", equalTo("47988.00"));
        as(OPERATOR).get("/trades/CN-3").then().body("voids", equalTo("CN-2"));
        PROBE.publish(
                new TradingDayClosed(
                        Market.CN, monday, 0, Tonnes.ZERO, Money.ZERO, 3, List.of(), "00", AT));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        as(OPERATOR)
                                .get("/days/CN/" + monday)
                                .then()
                                .body("state", equalTo("CLEARED"))
                                .body("fees", equalTo("0.00")));
        assertThat(PROBE.read(Topic.SETTLEMENT_TRADES))
                .filteredOn(TradeReversed.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        TradeReversed.class,
                        reversed ->
                                assertThat(reversed.voided()).isEqualTo(new TradeId(Market.CN, 2)));
    }

    @Test
    void aRejectedDeliveryFailsTheTradeAndADifferenceStopsTheDay() {
        fund("B-2", "100000.00", "90000.00");
        open("S-2");
        PROBE.publish(execution(Market.HB, 1, "B-2", "S-2", "30.00", 10, "0.00", "0.00"));
        requested(Market.HB, 1);
        PROBE.publish(new DeliveryRejected(new TradeId(Market.HB, 1), "HOLDING_SHORT", AT));
        awaitState("HB-1", "FAILED");
        funds("B-2").body("inTrading", equalTo("90000.00"));

        PROBE.publish(closed(Market.HB, 1, 10, "300.01", 1));

        await().atMost(Duration.ofSeconds(30)).until(() -> !days(Market.HB).isEmpty());
        assertThat(days(Market.HB))
                .singleElement()
                .isInstanceOfSatisfying(
                        ClearingBroken.class,
                        broken ->
                                assertThat(broken.breaks())
                                        .contains(
                                                "amount: trading says 300.01, settlement 300.00"));
        as(OPERATOR)
                .post("/days/HB/2021-07-16/clearing")
                .then()
                .statusCode(200)
                .body("state", equalTo("BROKEN"));
    }

    @Test
    void aDayWithoutTradesClearsAtOnceAndAChainOfProceedsSettlesInTradeOrder() {
        PROBE.publish(
                new TradingDayClosed(
                        Market.GD,
                        DAY.minusDays(1),
                        0,
                        Tonnes.ZERO,
                        Money.ZERO,
                        0,
                        List.of(),
                        "00",
                        AT));
        await().atMost(Duration.ofSeconds(30)).until(() -> !days(Market.GD).isEmpty());
        fund("C-0", "5000.00", "4800.00");
        LongStream.rangeClosed(1, 10).forEach(i -> open("C-" + i));

        LongStream.rangeClosed(1, 10)
                .forEach(i ->
                        PROBE.publish(
                                execution(
                                        Market.GD,
                                        i,
                                        "C-" + (i - 1),
                                        "C-" + i,
                                        "48.00",
                                        100,
                                        "0.00",
                                        "0.00")));
        requested(Market.GD, 10);
        for (long i = 10; i >= 1; i--) {
            PROBE.publish(locked(Market.GD, i, "C-" + i, 100));
        }

        awaitState("GD-10", "SETTLED");
        funds("C-10").body("inTrading", equalTo("4800.00"));
        assertThat(PROBE.read(Topic.SETTLEMENT_TRADES))
                .filteredOn(event -> ((SettlementEvent) event).market() == Market.GD)
                .extracting(event -> ((SettlementEvent) event).trade().sequence())
                .isSorted();
    }

    @Test
    void moneyReleasedByAMarketIsAvailableAgainOnce() {
        fund("R-1", "1000.00", "600.00");
        FundsReleased release =
                new FundsReleased(
                        Market.CN, "c", "CN-R1", AccountId.of("R-1"), Money.ofYuan("100.00"), AT);

        PROBE.publish(release, release);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> funds("R-1").body("inTrading", equalTo("500.00")));
        funds("R-1").body("available", equalTo("500.00"));
    }

    @Test
    void aBankReferenceIsAcceptedOnceHoweverOftenItComes() {
        open("D-1");
        for (int i = 0; i < 5; i++) {
            deposit("D-1", "10.00", "REF-ONCE").statusCode(201).body("amount", equalTo("10.00"));
        }
        deposit("D-1", "11.00", "REF-ONCE")
                .statusCode(409)
                .body("code", equalTo("BANK_REFERENCE_REUSED"));
        funds("D-1").body("available", equalTo("10.00"));
    }

    @Test
    void aWithdrawalNeedsASecondPersonAndIsPaidOnce() {
        fund("W-1", "1000.00", "100.00");
        String number =
                as(TestTokens.participant("W-1"))
                        .contentType("application/json")
                        .header("Idempotency-Key", "w1")
                        .body(Map.of("amount", "500.00"))
                        .post("/accounts/W-1/withdrawals")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("withdrawal");
        funds("W-1").body("frozen", equalTo("500.00"));

        approve(OPERATOR, number, "OUT-1").statusCode(200).body("state", equalTo("PAID"));
        approve(SECOND_OPERATOR, number, "OUT-1").statusCode(200);
        approve(SECOND_OPERATOR, number, "OUT-2")
                .statusCode(409)
                .body("code", equalTo("WITHDRAWAL_DECIDED"));
        funds("W-1").body("frozen", equalTo("0.00")).body("available", equalTo("400.00"));
    }

    @Test
    void aReplayedKeyGetsTheFirstAnswerAndAnotherBodyIsRefused() {
        fund("I-1", "1000.00", "1.00");
        String first = entrust("I-1", "key-1", "10.00").statusCode(201).extract().asString();

        assertThat(entrust("I-1", "key-1", "10.00").statusCode(201).extract().asString())
                .isEqualTo(first);
        entrust("I-1", "key-1", "11.00")
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        funds("I-1").body("inTrading", equalTo("11.00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"market\":\"CN\",\"amount\":\"999999.00\"}|409|FUNDS_SHORT",
                "{\"market\":\"CN\",\"amount\":\"-1.00\"}|400|FIELD_MALFORMED",
                "{\"market\":\"CN\",\"amount\":\"1.001\"}|400|FIELD_MALFORMED",
                "{\"market\":\"CN\",\"amount\":1.00}|400|FIELD_MALFORMED",
                "{\"market\":\"CN\",\"amount\":\"99999999999999999999.00\"}|400|FIELD_MALFORMED",
                "{\"market\":\"CN\",\"amount\":\"0.00\"}|422|AMOUNT_NOT_POSITIVE",
                "{\"market\":\"XX\",\"amount\":\"1.00\"}|400|FIELD_MALFORMED",
                "{\"market\":\"CN\"}|400|FIELD_MISSING",
                "{\"market\":\"CN\",\"amount\":\"1.00\",\"x\":1}|400|FIELD_UNKNOWN",
                "{\"market\":\"CN\",|400|BODY_MALFORMED",
                "''|400|BODY_MISSING",
            })
    void badInputIsRefusedWithItsReasonAndChangesNothing(String body, int status, String code) {
        if (!known("X-1")) {
            fund("X-1", "10.00", "1.00");
        }
        as(TestTokens.participant("X-1"))
                .contentType("application/json")
                .body(body)
                .post("/accounts/X-1/entrustments")
                .then()
                .statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("code", equalTo(code));
        funds("X-1").body("available", equalTo("9.00"));
    }

    @Test
    void nobodyReachesWhatIsNotHis() {
        open("N-1");
        given().basePath("/api/v1")
                .get("/accounts/N-1/funds")
                .then()
                .statusCode(401)
                .body("code", equalTo("TOKEN_MISSING_OR_INVALID"));
        as(TestTokens.participant("N-2"))
                .get("/accounts/N-1/funds")
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_YOUR_ACCOUNT"));
        as(TestTokens.participant("N-1"))
                .get("/funds/totals")
                .then()
                .statusCode(403)
                .body("code", equalTo("ROLE_NOT_ALLOWED"));
        as(TestTokens.participant("N-1"))
                .get("/trades/CN-999")
                .then()
                .statusCode(404)
                .body("code", equalTo("TRADE_UNKNOWN"));
        as(OPERATOR)
                .get("/days/CN/20210716")
                .then()
                .statusCode(400)
                .body("code", equalTo("PARAMETER_MALFORMED"));
        as(OPERATOR).get("/nothing").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        deposit("UNKNOWN-1", "1.00", "REF-U")
                .statusCode(404)
                .body("code", equalTo("ACCOUNT_UNKNOWN"));
    }

    @Test
    void everyRouteIsDocumentedWithExamples() {
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.keySet()", hasItem("/api/v1/deposits"))
                .body("paths.keySet()", hasItem("/api/v1/trades/{trade}"))
                .body("paths.keySet()", hasItem("/api/v1/days/{market}/{day}"));
    }

    static RequestSpecification as(String token) {
        return given().basePath("/api/v1").auth().oauth2(token);
    }

    private static String clockDay() {
        return LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString();
    }

    private static boolean known(String account) {
        return as(OPERATOR).get("/accounts/{a}/funds", account).statusCode() == 200;
    }

    static void open(String account) {
        PROBE.publish(
                new AccountRecorded(
                        AccountId.of(account),
                        1,
                        account + " Power",
                        SubjectKind.KEY_EMITTING_UNIT,
                        AccountState.ACTIVE,
                        null,
                        null,
                        null,
                        AT));
        await().atMost(Duration.ofSeconds(30)).until(() -> known(account));
    }

    static void fund(String account, String deposited, String entrusted) {
        open(account);
        deposit(account, deposited, "REF-" + account).statusCode(201);
        entrust(account, "first", entrusted).statusCode(201);
    }

    static ValidatableResponse deposit(String account, String amount, String reference) {
        return as(OPERATOR)
                .contentType("application/json")
                .body(Map.of("account", account, "amount", amount, "bankReference", reference))
                .post("/deposits")
                .then();
    }

    static ValidatableResponse entrust(String account, String key, String amount) {
        return as(TestTokens.participant(account))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of("market", "CN", "amount", amount))
                .post("/accounts/{account}/entrustments", account)
                .then();
    }

    static ValidatableResponse approve(String token, String number, String reference) {
        return as(token)
                .contentType("application/json")
                .body(Map.of("bankReference", reference))
                .post("/withdrawals/{number}/approval", number)
                .then();
    }

    static ValidatableResponse funds(String account) {
        return as(OPERATOR).get("/accounts/{account}/funds", account).then().statusCode(200);
    }

    private static void requested(Market market, long upTo) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        PROBE.read(Topic.SETTLEMENT_DELIVERIES).stream()
                                        .map(DeliveryRequested.class::cast)
                                        .filter(asked -> asked.market() == market)
                                        .count()
                                == upTo);
    }

    private static void awaitState(String trade, String state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        as(OPERATOR)
                                .get("/trades/{trade}", trade)
                                .then()
                                .body("state", equalTo(state)));
    }

    private static List<PublishedEvent> days(Market market) {
        return PROBE.read(Topic.SETTLEMENT_DAYS).stream()
                .filter(event -> ((DayEvent) event).market() == market)
                .toList();
    }

    private static ExecutionRecorded execution(
            Market market,
            long sequence,
            String buyer,
            String seller,
            String price,
            long tonnes,
            String buyerFee,
            String sellerFee) {
        return new ExecutionRecorded(
                new TradeId(market, sequence),
                DAY,
                CEA,
                TradingMethod.LISTED,
                Price.ofYuan(price),
                Tonnes.of(tonnes),
                Price.ofYuan(price).times(Tonnes.of(tonnes)),
                AccountId.of(buyer),
                AccountId.of(seller),
                new OrderId(market, 2 * sequence),
                new OrderId(market, 2 * sequence + 1),
                Money.ofYuan(buyerFee),
                Money.ofYuan(sellerFee),
                AT);
    }

    private static ExecutionRecorded on(LocalDate day, ExecutionRecorded trade) {
        return new ExecutionRecorded(
                trade.trade(),
                day,
                trade.product(),
                TradingMethod.BLOCK,
                trade.price(),
                trade.quantity(),
                trade.amount(),
                trade.buyer(),
                trade.seller(),
                trade.buyOrder(),
                trade.sellOrder(),
                trade.buyerFee(),
                trade.sellerFee(),
                AT);
    }

    private static ExecutionVoided voided(long sequence, ExecutionRecorded trade) {
        return new ExecutionVoided(
                new TradeId(trade.market(), sequence),
                trade.trade(),
                trade.day(),
                trade.day(),
                trade.product(),
                trade.method(),
                trade.price(),
                trade.quantity(),
                trade.amount(),
                trade.buyer(),
                trade.seller(),
                trade.buyerFee(),
                trade.sellerFee(),
                "error",
                AT);
    }

    private static DeliveryLocked locked(Market market, long sequence, String seller, long tonnes) {
        return new DeliveryLocked(
                new TradeId(market, sequence), AccountId.of(seller), CEA, Tonnes.of(tonnes), AT);
    }

    private static DeliveryCompleted completed(
            Market market, long sequence, String seller, String buyer, long tonnes) {
        return new DeliveryCompleted(
                new TradeId(market, sequence),
                AccountId.of(seller),
                AccountId.of(buyer),
                CEA,
                Tonnes.of(tonnes),
                AT);
    }

    private static TradingDayClosed closed(
            Market market, long trades, long tonnes, String amount, long last) {
        Price price = Price.ofYuan("48.00");
        return new TradingDayClosed(
                market,
                DAY,
                trades,
                Tonnes.of(tonnes),
                Money.ofYuan(amount),
                last,
                List.of(
                        new ProductDay(
                                CEA,
                                price,
                                price,
                                price,
                                price,
                                price,
                                trades,
                                Tonnes.of(tonnes),
                                Money.ofYuan(amount),
                                Tonnes.of(tonnes),
                                Money.ofYuan(amount),
                                null,
                                null,
                                null,
                                null)),
                "00",
                AT);
    }
}

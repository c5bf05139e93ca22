package org.carbonmarket.trading.floor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.carbonmarket.events.calendar.TradingCalendar;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.AccountEvent.AccountRecorded;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.registry.AccountEvent.SubjectKind;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesEntrusted;
import org.carbonmarket.events.settlement.DayEvent.TradingDayCleared;
import org.carbonmarket.events.settlement.FundsEvent.FundsEntrusted;
import org.carbonmarket.testing.KafkaProbe;
import org.carbonmarket.testing.TestTokens;
import org.jspecify.annotations.Nullable;

/**
 * The national market under test, shared by every test class of the running service: days follow
 * each other and are never reset. Everything goes through REST and Kafka.
 */
public final class TradingFloor {

    public static final String ORDERS = "/markets/CN/orders";

    private static final TradingCalendar CALENDAR = TradingCalendar.national();
    private static final TradingFloor FLOOR = new TradingFloor();

    private final KafkaProbe facts = new KafkaProbe();
    private LocalDate day = LocalDate.of(2021, 7, 15);
    private String time = "";
    private boolean isListed;
    private int accounts;

    private TradingFloor() {}

    public static TradingFloor floor() {
        return FLOOR;
    }

    /** The other services and their topics. */
    public KafkaProbe kafka() {
        return facts;
    }

    /** The trading day that is on. */
    public LocalDate day() {
        return day;
    }

    /** Makes sure that a trading day is on and takes orders. */
    public void open() {
        if (!isListed) {
            setTime("09:00");
            awaitListed("CEA", "48.00");
            isListed = true;
        }
        if (!"OPEN".equals(phase())) {
            clearDay();
            day = nextDay();
            setTime("09:30");
            awaitPhase("OPEN");
        }
    }

    /** Makes sure that it is the morning of a trading day, the break still to come. */
    public void openMorning() {
        if (isAfternoon()) {
            setTime("15:00");
            awaitPhase("CLOSED");
        }
        open();
    }

    /** Makes sure that it is the afternoon of a trading day, when blocks are traded. */
    public void openAfternoon() {
        open();
        if (!isAfternoon()) {
            setTime("11:30");
            awaitPhase("BREAK");
            setTime("13:00");
            awaitPhase("OPEN");
        }
    }

    private boolean isAfternoon() {
        return "OPEN".equals(phase()) && time.compareTo("13:00") >= 0;
    }

    /** Until the service knows its clock and its log, it may be busy. */
    private static void awaitListed(String product, String price) {
        Map<String, String> listing = Map.of("product", product, "referencePrice", price);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    Response answer =
                            as("market-operator").body(listing).post("/markets/CN/products");
                    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
                });
    }

    /** The trading day after the one that is on. */
    public LocalDate nextDay() {
        return day.datesUntil(day.plusYears(1))
                .skip(1)
                .filter(CALENDAR::isTradingDay)
                .findFirst()
                .orElseThrow();
    }

    /** Sets the business clock within the day that is on. */
    public void setTime(String newTime) {
        time = newTime;
        setClock(day + "T" + time + ":00+08:00");
    }

    public void setClock(String clock) {
        facts.setClock(clock);
    }

    public void awaitPhase(String phase) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    assertThat(phase()).isEqualTo(phase);
                    assertThat(text(session(), "day")).isEqualTo(day.toString());
                });
    }

    public String phase() {
        return text(session(), "phase");
    }

    public Response session() {
        return anybody().get("/markets/CN/session");
    }

    /** Says what settlement says once every trade of the day is final. */
    public void clearDay() {
        facts.publish(
                new TradingDayCleared(
                        Market.CN, day, 0, 0, 0, Tonnes.ZERO, Money.ZERO, Money.ZERO, now()));
    }

    /** A new account with allowances and money in trading. */
    public String account(long tonnes, String yuan) {
        String name = "POWER-" + ++accounts;
        AccountId account = AccountId.of(name);
        facts.publish(
                new AccountRecorded(
                        account,
                        1,
                        name,
                        SubjectKind.KEY_EMITTING_UNIT,
                        AccountState.ACTIVE,
                        null,
                        null,
                        null,
                        now()));
        if (tonnes > 0) {
            facts.publish(
                    new AllowancesEntrusted(
                            "A-" + name,
                            account,
                            ProductCode.of("CEA"),
                            Tonnes.of(tonnes),
                            Market.CN,
                            now()));
        }
        Money money = Money.ofYuan(yuan);
        if (!money.isZero()) {
            facts.publish(new FundsEntrusted("F-" + name, account, money, Market.CN, now()));
        }
        awaitPosition(name, tonnes, money);
        return name;
    }

    private void awaitPosition(String account, long tonnes, Money money) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    Response position =
                            participant(account).get("/markets/CN/positions/" + account);
                    assertThat(text(position, "funds")).isEqualTo(money.toString());
                    assertThat(text(position, "products.tonnes"))
                            .isEqualTo(tonnes > 0 ? "[" + tonnes + "]" : "[]");
                });
    }

    private OffsetDateTime now() {
        return OffsetDateTime.parse(day + "T15:30:00+08:00");
    }

    /** Somebody without a token. */
    public static RequestSpecification anybody() {
        return given().basePath("/api/v1");
    }

    public static RequestSpecification as(String role) {
        return anybody().auth().oauth2(TestTokens.of(role)).contentType(ContentType.JSON);
    }

    public static RequestSpecification participant(String account) {
        return anybody()
                .auth()
                .oauth2(TestTokens.participant(account))
                .contentType(ContentType.JSON);
    }

    public static Response sell(String account, String price, long quantity) {
        return order(account, "SELL", price, quantity, null);
    }

    public static Response buy(String account, String price, long quantity) {
        return order(account, "BUY", price, quantity, null);
    }

    public static Response order(
            String account, String side, String price, long quantity, @Nullable String key) {
        RequestSpecification request = participant(account);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.body(form(account, side, price, quantity)).post(ORDERS);
    }

    public static Map<String, Object> form(
            String account, String side, String price, long quantity) {
        return Map.of(
                "account", account,
                "product", "CEA",
                "side", side,
                "price", price,
                "quantity", quantity);
    }

    /** A member of an answer as text, "null" when it is not there. */
    public static String text(Response answer, String path) {
        Object member = answer.path(path);
        return String.valueOf(member);
    }

    /** Refused with this status and code. */
    public static void assertRefused(Response answer, int status, String code) {
        assertThat(text(answer, "code")).as(answer.asString()).isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }
}

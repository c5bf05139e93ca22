package org.carbonmarket.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carbonmarket.acceptance.TradeLoad.Sum;
import org.carbonmarket.local.Api;
import org.carbonmarket.local.Api.Answer;
import org.carbonmarket.local.Platform;
import org.carbonmarket.local.Ports;
import org.carbonmarket.local.ServiceName;

/**
 * The registry and settlement with a real broker and a real PostgreSQL, and accounts with enough
 * money and allowances entrusted to every market for the trades of a {@link TradeLoad}. Trading is
 * played by the test, which publishes its executions.
 */
final class SettlementFloor implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long TONNES_EACH = 300_000_000;
    private static final String YUAN_EACH = "30000000000.00";
    private static final String YUAN_PER_MARKET = "10000000000.00";
    private static final int AT_ONCE = 8;

    private final Platform platform;
    private final Api api;
    private final int accounts;

    private SettlementFloor(Platform platform, int accounts) {
        this.platform = platform;
        this.api = new Api(platform);
        this.accounts = accounts;
    }

    static SettlementFloor start(Path data, int accounts) throws IOException {
        Path home = Path.of(System.getProperty("market.home"));
        Platform platform =
                new Platform(
                        home,
                        data,
                        Ports.free(),
                        System.out::println,
                        Set.of(ServiceName.REGISTRY, ServiceName.SETTLEMENT));
        platform.start();
        SettlementFloor floor = new SettlementFloor(platform, accounts);
        floor.prepare();
        return floor;
    }

    Platform platform() {
        return platform;
    }

    private void prepare() {
        forEachAccount(this::open);
        product();
        allocate();
        forEachAccount(this::entrust);
    }

    private void open(int number) {
        String account = TradeLoad.account(number).value();
        post(
                ServiceName.REGISTRY,
                "registry-operator",
                "/accounts",
                "open-" + account,
                Map.of(
                        "account", account,
                        "name", "Power plant " + number,
                        "kind", "KEY_EMITTING_UNIT",
                        "province", "Hubei",
                        "sector", "power"));
        post(
                ServiceName.REGISTRY,
                "registry-operator",
                "/accounts/" + account + "/activation",
                "activate-" + account,
                Map.of());
    }

    private void product() {
        post(
                ServiceName.REGISTRY,
                "registry-operator",
                "/products",
                "product",
                Map.of(
                        "product",
                        TradeLoad.PRODUCT.value(),
                        "kind",
                        "ALLOWANCE",
                        "vintageFrom",
                        2019,
                        "vintageTo",
                        2020));
    }

    private void allocate() {
        String lines =
                IntStream.range(0, accounts)
                        .mapToObj(number ->
                                "unit-%d,%s,%s,%d,load"
                                        .formatted(
                                                number,
                                                TradeLoad.account(number),
                                                TradeLoad.PRODUCT,
                                                TONNES_EACH))
                        .collect(Collectors.joining("\n"));
        Answer preview =
                post(
                        ServiceName.REGISTRY,
                        "registry-operator",
                        "/allocations",
                        "allocation",
                        "unit,account,product,tonnes,document\n" + lines);
        post(
                ServiceName.REGISTRY,
                "registry-operator-2",
                "/allocations/" + preview.text("allocation") + "/approval",
                "approval",
                Map.of());
    }

    private void entrust(int number) {
        String account = TradeLoad.account(number).value();
        await().atMost(PATIENCE)
                .until(() ->
                        api.get(ServiceName.SETTLEMENT, account, "/accounts/" + account + "/funds")
                                        .status()
                                == 200);
        post(
                ServiceName.SETTLEMENT,
                "settlement-operator",
                "/deposits",
                "deposit-" + account,
                Map.of("account", account, "amount", YUAN_EACH, "bankReference", "B-" + account));
        for (String market : new String[] {"CN", "HB", "GD"}) {
            await().atMost(PATIENCE).until(() -> entrustedFunds(account, market));
            post(
                    ServiceName.REGISTRY,
                    account,
                    "/accounts/" + account + "/entrustments",
                    "allowances-" + market,
                    Map.of(
                            "market",
                            market,
                            "product",
                            TradeLoad.PRODUCT.value(),
                            "tonnes",
                            TONNES_EACH / 3));
        }
    }

    /** False while settlement has not heard that the account is active. */
    private boolean entrustedFunds(String account, String market) {
        return api.post(
                                ServiceName.SETTLEMENT,
                                account,
                                "/accounts/" + account + "/entrustments",
                                "funds-" + market,
                                Map.of("market", market, "amount", YUAN_PER_MARKET))
                        .status()
                == 201;
    }

    private Answer post(ServiceName service, String as, String path, String key, Object body) {
        Answer answer = api.post(service, as, path, key, body);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isLessThan(300);
        return answer;
    }

    private void forEachAccount(IntConsumer action) {
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            IntStream.range(0, accounts)
                    .mapToObj(number -> workers.submit(() -> action.accept(number)))
                    .toList()
                    .forEach(SettlementFloor::join);
        }
    }

    private static void join(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Waits until every trade is paid and delivered. */
    void awaitDelivered(int trades, Duration atMost) {
        await().atMost(atMost)
                .pollInterval(Duration.ofMillis(500))
                .until(() ->
                        ask(ServiceName.SETTLEMENT, "select sum(next_trade - 1) from payment_order")
                                == trades);
        await().atMost(atMost)
                .pollInterval(Duration.ofMillis(500))
                .until(() ->
                        ask(
                                        ServiceName.SETTLEMENT,
                                        "select count(*) from instruction where state ="
                                                + " 'DELIVERED'")
                                == trades);
    }

    /** What settlement's own books say was paid. */
    Sum settled() {
        return new Sum(
                ask(ServiceName.SETTLEMENT, "select count(*) from instruction"),
                ask(ServiceName.SETTLEMENT, "select sum(tonnes) from instruction"),
                ask(
                        ServiceName.SETTLEMENT,
                        """
                        select sum(fen) from entry
                        where purpose = 'PRINCIPAL' and fen > 0 and posting in
                            (select number from posting where reason = 'TRADE_PAYMENT')\
                        """),
                ask(ServiceName.SETTLEMENT, "select fen from system_balance where name = 'FEES'"));
    }

    /** Both ledgers' chains and balances, and both conservation sums, through the REST APIs. */
    void assertBooksHold() {
        for (ServiceName service : Set.of(ServiceName.REGISTRY, ServiceName.SETTLEMENT)) {
            assertThat(verification(service)).as(service.label()).contains("\"intact\":true");
        }
        Answer funds = api.get(ServiceName.SETTLEMENT, "auditor", "/funds/totals");
        assertThat(funds.body().path("balanced").asBoolean()).as("%s", funds.body()).isTrue();
        Answer tonnes =
                api.get(
                        ServiceName.REGISTRY,
                        "auditor",
                        "/holdings/totals?product=" + TradeLoad.PRODUCT);
        assertThat(tonnes.body().path("balanced").asBoolean()).as("%s", tonnes.body()).isTrue();
    }

    /** A long chain takes its time. */
    private String verification(ServiceName service) {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(platform.url(service) + "/api/v1/ledger/verification"))
                        .header("Authorization", "Bearer " + platform.issuer().token("auditor"))
                        .timeout(Duration.ofMinutes(15))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Waits until settlement's totals of the day equal those that trading told. */
    void awaitCleared() {
        for (String market : new String[] {"CN", "HB", "GD"}) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> {
                        Answer day =
                                api.get(
                                        ServiceName.SETTLEMENT,
                                        "auditor",
                                        "/days/" + market + "/" + TradeLoad.DAY);
                        assertThat(day.text("state")).as("%s", day.body()).isEqualTo("CLEARED");
                        assertThat(day.body().path("breaks")).isEmpty();
                    });
        }
    }

    /** One number from a service's database; 0 for nothing, -1 while the database is away. */
    long ask(ServiceName service, String query) {
        try (Connection connection = platform.connect(service);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException away) {
            return -1;
        }
    }

    @Override
    public void close() {
        platform.close();
    }
}

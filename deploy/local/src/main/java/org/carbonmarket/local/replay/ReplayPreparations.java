package org.carbonmarket.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.local.Api;
import org.carbonmarket.local.Api.Answer;
import org.carbonmarket.local.ServiceName;
import org.carbonmarket.local.Waiting;
import org.carbonmarket.local.replay.plan.Cast;
import org.carbonmarket.local.replay.plan.Needs;
import org.jspecify.annotations.Nullable;

/**
 * What must be there before a day: accounts and money before the first, and of each product, before
 * its own first day, its record, its allowances and its listing. Every step can be asked for again.
 */
final class ReplayPreparations {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> PROVINCES =
            List.of("Hubei", "Guangdong", "Jiangsu", "Shandong", "Inner Mongolia", "Zhejiang");
    private static final List<Integer> PARTICIPANTS =
            IntStream.range(0, Cast.PARTICIPANTS).boxed().toList();

    private final Api api;
    private final Needs needs;
    private final Consumer<String> progress;

    ReplayPreparations(Api api, Needs needs, Consumer<String> progress) {
        this.api = api;
        this.needs = needs;
        this.progress = progress;
    }

    /** Opens the accounts, takes their deposits and entrusts the money to the market. */
    void participants() {
        progress.accept("opening %d accounts".formatted(Cast.PARTICIPANTS));
        Together.each(PARTICIPANTS, this::open);
        progress.accept("depositing and entrusting their money");
        Together.each(PARTICIPANTS, this::fund);
    }

    /**
     * Records, allocates, entrusts and lists a product.
     *
     * @param reference what its limits are reckoned from; null: the market's own composite
     */
    void product(ProductCode product, @Nullable Price reference) {
        progress.accept("allocating and listing " + product);
        record(product);
        allocate(product);
        Together.each(PARTICIPANTS, participant -> entrust(product, participant));
        api.post(
                        ServiceName.TRADING,
                        "market-operator",
                        "/markets/CN/products",
                        "list-" + product,
                        reference == null
                                ? Map.of("product", product.value())
                                : Map.of(
                                        "product",
                                        product.value(),
                                        "referencePrice",
                                        reference.toString()))
                .expectDone("listing " + product);
        Together.each(PARTICIPANTS, participant -> awaitCredited(product, participant));
    }

    private void open(int participant) {
        String account = Cast.account(participant);
        Answer opened =
                api.post(
                        ServiceName.REGISTRY,
                        "registry-operator",
                        "/accounts",
                        "open-" + account,
                        Map.of(
                                "account",
                                account,
                                "name",
                                "Replay Power " + (participant + 1),
                                "kind",
                                "KEY_EMITTING_UNIT",
                                "province",
                                PROVINCES.get(participant % PROVINCES.size()),
                                "sector",
                                "power"));
        if (!opened.code().equals("ACCOUNT_EXISTS")) {
            opened.expectDone("opening " + account);
        }
        api.post(
                        ServiceName.REGISTRY,
                        "registry-operator",
                        "/accounts/" + account + "/activation",
                        "activate-" + account,
                        Map.of())
                .expectDone("activating " + account);
    }

    private void fund(int participant) {
        String account = Cast.account(participant);
        String amount = Money.ofFen(needs.fen(participant)).toString();
        askUntilKnown(
                "the deposit of " + account,
                "ACCOUNT_UNKNOWN",
                () ->
                        api.post(
                                ServiceName.SETTLEMENT,
                                "settlement-operator",
                                "/deposits",
                                "deposit-" + account,
                                Map.of(
                                        "account",
                                        account,
                                        "amount",
                                        amount,
                                        "bankReference",
                                        "REPLAY-" + account)));
        askUntilKnown(
                "entrusting money of " + account,
                "ACCOUNT_NOT_ACTIVE",
                () ->
                        api.post(
                                ServiceName.SETTLEMENT,
                                account,
                                "/accounts/" + account + "/entrustments",
                                "funds-" + account,
                                Map.of("market", "CN", "amount", amount)));
    }

    /**
     * Asks again while settlement has not heard of an account's state. Money that is entrusted
     * already is short when it is asked for anew; that all of it has come is seen in the market.
     */
    private static void askUntilKnown(String what, String tooEarly, Supplier<Answer> request) {
        await(
                what,
                () -> {
                    Answer answer = request.get();
                    boolean isDone = !answer.code().equals(tooEarly);
                    if (isDone && !answer.code().equals("FUNDS_SHORT")) {
                        answer.expectDone(what);
                    }
                    return isDone;
                });
    }

    private void record(ProductCode product) {
        Vintages vintages = Vintages.of(product);
        Answer recorded =
                api.post(
                        ServiceName.REGISTRY,
                        "registry-operator",
                        "/products",
                        "product-" + product,
                        Map.of(
                                "product",
                                product.value(),
                                "kind",
                                "ALLOWANCE",
                                "vintageFrom",
                                vintages.from(),
                                "vintageTo",
                                vintages.to()));
        if (!recorded.code().equals("PRODUCT_EXISTS")) {
            recorded.expectDone("recording " + product);
        }
    }

    /** The allocation is posted whole or not at all: one account tells for all. */
    private void allocate(ProductCode product) {
        if (holding(product, Cast.PARTICIPANTS - 1).path("product").asText().isEmpty()) {
            Answer preview =
                    api.post(
                            ServiceName.REGISTRY,
                            "registry-operator",
                            "/allocations",
                            "allocation-" + product,
                            units(product));
            preview.expectDone("previewing the allocation of " + product);
            api.post(
                            ServiceName.REGISTRY,
                            "registry-operator-2",
                            "/allocations/" + preview.text("allocation") + "/approval",
                            "approval-" + product,
                            Map.of())
                    .expectDone("approving the allocation of " + product);
        }
    }

    private String units(ProductCode product) {
        return PARTICIPANTS.stream()
                .map(participant ->
                        "Unit %d %s,%s,%s,%d,Replay of the record"
                                .formatted(
                                        participant + 1,
                                        product,
                                        Cast.account(participant),
                                        product,
                                        needs.tonnes(product, participant)))
                .collect(Collectors.joining("\n", "unit,account,product,tonnes,document\n", "\n"));
    }

    private void entrust(ProductCode product, int participant) {
        String account = Cast.account(participant);
        long available = holding(product, participant).path("available").asLong();
        if (available > 0) {
            api.post(
                            ServiceName.REGISTRY,
                            account,
                            "/accounts/" + account + "/entrustments",
                            "allowances-" + product,
                            Map.of("market", "CN", "product", product.value(), "tonnes", available))
                    .expectDone("entrusting %s of %s".formatted(product, account));
        }
    }

    private JsonNode holding(ProductCode product, int participant) {
        String path = "/accounts/" + Cast.account(participant) + "/holdings";
        return line(api.get(ServiceName.REGISTRY, "registry-operator", path).body(), product);
    }

    private static JsonNode line(JsonNode lines, ProductCode product) {
        for (JsonNode line : lines) {
            if (line.path("product").asText().equals(product.value())) {
                return line;
            }
        }
        return lines.path(-1);
    }

    private void awaitCredited(ProductCode product, int participant) {
        String account = Cast.account(participant);
        String path = "/markets/CN/positions/" + account;
        long tonnes = needs.tonnes(product, participant);
        await(
                "the market has credited " + account,
                () -> {
                    JsonNode position = api.get(ServiceName.TRADING, account, path).body();
                    return !position.path("funds").asText("0.00").equals("0.00")
                            && line(position.path("products"), product).path("tonnes").asLong()
                                    >= tonnes;
                });
    }

    private static void await(String what, BooleanSupplier condition) {
        Waiting.until(what, PATIENCE, condition);
    }

    /** The years whose allowances a product is, by its code: CEA is 2019 and 2020. */
    private record Vintages(int from, int to) {

        private static final String FIRST = "CEA";

        static Vintages of(ProductCode product) {
            String code = product.value();
            if (code.equals(FIRST)) {
                return new Vintages(2019, 2020);
            }
            int year = 2000 + Integer.parseInt(code.substring(FIRST.length()));
            return new Vintages(year, year);
        }
    }
}

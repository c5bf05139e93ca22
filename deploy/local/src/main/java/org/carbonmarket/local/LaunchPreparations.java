package org.carbonmarket.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.carbonmarket.local.Api.Answer;
import org.carbonmarket.local.Participants.Part;
import org.carbonmarket.local.Participants.Participant;

/**
 * What must be there before the market opens for the first time: accounts, allowances, money, and
 * what of them is entrusted to the market. Every step can be asked for again.
 */
final class LaunchPreparations {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String DEPOSIT = "12000000.00";
    private static final String ENTRUSTED = "10000000.00";

    private final Api api;
    private final BankSimulator bank;
    private final Participants participants;
    private final Consumer<String> progress;

    LaunchPreparations(
            Api api, BankSimulator bank, Participants participants, Consumer<String> progress) {
        this.api = api;
        this.bank = bank;
        this.participants = participants;
        this.progress = progress;
    }

    /** Makes what is not made yet. */
    void make() {
        progress.accept("opening %d accounts".formatted(participants.all().size()));
        participants.all().forEach(this::open);
        allocate();
        progress.accept("depositing and entrusting money, entrusting allowances");
        bank.deposit(participants.taking(Part.BUYER), DEPOSIT);
        participants.taking(Part.BUYER).forEach(this::entrustMoney);
        participants.taking(Part.SELLER).forEach(this::entrustAllowances);
        expect(
                api.post(
                        ServiceName.TRADING,
                        "market-operator",
                        "/markets/CN/products",
                        "launch-listing",
                        Map.of("product", "CEA", "referencePrice", "48.00")),
                "listing CEA");
        participants.all().forEach(this::awaitCredited);
    }

    private void open(Participant participant) {
        Answer opened =
                api.post(
                        ServiceName.REGISTRY,
                        "registry-operator",
                        "/accounts",
                        "launch-open-" + participant.account(),
                        Map.of(
                                "account",
                                participant.account(),
                                "name",
                                participant.name(),
                                "kind",
                                "KEY_EMITTING_UNIT",
                                "province",
                                participant.province(),
                                "sector",
                                "power"));
        if (!opened.code().equals("ACCOUNT_EXISTS")) {
            expect(opened, "opening " + participant.account());
        }
        expect(
                api.post(
                        ServiceName.REGISTRY,
                        "registry-operator",
                        "/accounts/" + participant.account() + "/activation",
                        "launch-activate-" + participant.account(),
                        Map.of()),
                "activating " + participant.account());
    }

    private void allocate() {
        Answer product =
                api.post(
                        ServiceName.REGISTRY,
                        "registry-operator",
                        "/products",
                        "launch-product",
                        Map.of(
                                "product",
                                "CEA",
                                "kind",
                                "ALLOWANCE",
                                "vintageFrom",
                                2019,
                                "vintageTo",
                                2020));
        if (!product.code().equals("PRODUCT_EXISTS")) {
            expect(product, "recording CEA");
        }
        if (available(participants.all().getLast().account()) > 0) {
            return;
        }
        progress.accept("allocating CEA from the file of units, approved by a second operator");
        Answer preview =
                api.post(
                        ServiceName.REGISTRY,
                        "registry-operator",
                        "/allocations",
                        "launch-allocation",
                        participants.unitsCsv());
        expect(preview, "previewing the allocation");
        expect(
                api.post(
                        ServiceName.REGISTRY,
                        "registry-operator-2",
                        "/allocations/" + preview.text("allocation") + "/approval",
                        "launch-approval",
                        Map.of()),
                "approving the allocation");
    }

    private void entrustMoney(Participant buyer) {
        String account = buyer.account();
        Waiting.until(
                "settlement hears that " + account + " is active",
                PATIENCE,
                () -> {
                    Answer entrusted =
                            api.post(
                                    ServiceName.SETTLEMENT,
                                    account,
                                    "/accounts/" + account + "/entrustments",
                                    "launch-funds",
                                    Map.of("market", "CN", "amount", ENTRUSTED));
                    if (entrusted.code().equals("ACCOUNT_NOT_ACTIVE")) {
                        return false;
                    }
                    expect(entrusted, "entrusting money of " + account);
                    return true;
                });
    }

    private void entrustAllowances(Participant seller) {
        String account = seller.account();
        long tonnes = available(account);
        if (tonnes > 0) {
            expect(
                    api.post(
                            ServiceName.REGISTRY,
                            account,
                            "/accounts/" + account + "/entrustments",
                            "launch-allowances",
                            Map.of("market", "CN", "product", "CEA", "tonnes", tonnes)),
                    "entrusting allowances of " + account);
        }
    }

    private long available(String account) {
        for (JsonNode holding :
                api.get(
                                ServiceName.REGISTRY,
                                "registry-operator",
                                "/accounts/" + account + "/holdings")
                        .body()) {
            if (holding.path("product").asText().equals("CEA")) {
                return holding.path("available").asLong();
            }
        }
        return 0;
    }

    private void awaitCredited(Participant participant) {
        String path = "/markets/CN/positions/" + participant.account();
        Waiting.until(
                "the market has credited " + participant.account(),
                PATIENCE,
                () -> {
                    JsonNode position =
                            api.get(ServiceName.TRADING, participant.account(), path).body();
                    if (participant.part() == Part.BUYER) {
                        return !position.path("funds").asText("0.00").equals("0.00");
                    }
                    return position.path("products").path(0).path("tonnes").asLong() > 0;
                });
    }

    private static void expect(Answer answer, String what) {
        answer.expectDone(what);
    }
}

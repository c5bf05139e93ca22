package org.carbonmarket.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.local.Api.Answer;
import org.carbonmarket.local.Api.Call;
import org.carbonmarket.local.Api.Xml;
import org.carbonmarket.local.BankFiles.Entry;
import org.carbonmarket.local.BankFiles.Order;
import org.carbonmarket.local.Participants.Participant;

/**
 * The settlement bank of the local platform: it notifies of credits (camt.054), pays what it is
 * ordered to (pain.001, answered by pain.002) and sends the statement of the day (camt.053), all
 * through settlement's REST routes as a bank would. Everything can be said again.
 *
 * <p>Its references are made from what they stand for, so that a rerun repeats them.
 */
final class BankSimulator {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String BANK = "settlement-bank";

    private final Api api;
    private final String day;
    private final Map<String, Entry> booked = new LinkedHashMap<>();

    /**
     * @param day the day it books on
     */
    BankSimulator(Api api, String day) {
        this.api = api;
        this.day = day;
    }

    /** Everyone pays the same sum in; settlement is told in one file. */
    void deposit(List<Participant> payers, String amount) {
        List<Entry> credits =
                payers.stream()
                        .map(payer ->
                                new Entry(
                                        "LAUNCH-" + payer.account(),
                                        payer.account(),
                                        payer.name(),
                                        new BigDecimal(amount)))
                        .toList();
        String file = BankFiles.creditNotification("LAUNCH-" + day, day, credits);
        Waiting.until(
                "settlement takes the bank's notification",
                PATIENCE,
                () -> {
                    Answer taken = send("/bank/notifications", file);
                    if (isAboutAccountsNotHeardOf(taken)) {
                        return false;
                    }
                    taken.expectDone("the bank's credit notification");
                    return true;
                });
        credits.forEach(credit -> booked.put(credit.reference(), credit));
    }

    /** The registry's word about an account may still be on its way to settlement. */
    private static boolean isAboutAccountsNotHeardOf(Answer answer) {
        for (JsonNode error : answer.body().path("errors")) {
            if (error.path("code").asText().equals("ACCOUNT_UNKNOWN")) {
                return true;
            }
        }
        return false;
    }

    /** Pays every order that waits, and reports each as paid. */
    void payOrders() {
        Answer orders = api.get(ServiceName.SETTLEMENT, BANK, "/bank/payment-orders?state=ISSUED");
        for (JsonNode waiting : orders.body().path("items")) {
            String message = waiting.path("message").asText();
            Answer fetched =
                    api.get(ServiceName.SETTLEMENT, BANK, "/bank/payment-orders/" + message);
            Order order = BankFiles.order(fetched.text("detail"));
            String reference = "PAID-" + order.message();
            send("/bank/payment-statuses", BankFiles.paid(order, reference, day))
                    .expectDone("the status of " + message);
            booked.put(
                    reference,
                    new Entry(reference, "", "", new BigDecimal(order.amount()).negate()));
        }
    }

    /** Pays orders until the thread is interrupted. */
    void attend() {
        while (!Thread.currentThread().isInterrupted()) {
            payOrders();
            Waiting.pause();
        }
    }

    /** Sends the statement of the day, which must agree with the ledger. */
    void closeDay() {
        Answer compared =
                send(
                        "/bank/statements",
                        BankFiles.dayStatement(
                                "DAY-" + day,
                                day,
                                new BigDecimal("0.00"),
                                List.copyOf(booked.values())));
        compared.expectDone("the bank's statement of " + day);
        if (!compared.text("state").equals("RECONCILED")) {
            throw new PlatformFailure("Bank and ledger differ: " + compared.body());
        }
    }

    private Answer send(String path, String file) {
        return api.send(new Call(ServiceName.SETTLEMENT, "POST", path, BANK, null, new Xml(file)));
    }
}

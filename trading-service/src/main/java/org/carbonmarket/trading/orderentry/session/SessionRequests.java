package org.carbonmarket.trading.orderentry.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.trading.http.FormFields;
import org.carbonmarket.trading.orderentry.EnterOrder;
import org.carbonmarket.trading.orderentry.OrderAnswers;
import org.carbonmarket.trading.orderentry.OrderFields;
import org.carbonmarket.trading.orderentry.OrderForm;
import org.carbonmarket.trading.orderentry.ReplacementForm;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts a session's requests to the market, with the same answers as over HTTP. */
@ApplicationScoped
class SessionRequests {

    private static final Logger LOG = Logger.getLogger(SessionRequests.class);

    private final EnterOrder orders;

    @Inject
    SessionRequests(EnterOrder orders) {
        this.orders = orders;
    }

    /** Sends a request on its way; completes, never exceptionally, with its answer. */
    CompletableFuture<SessionAnswer> ask(Market market, AccountId account, SessionRequest request) {
        try {
            request.requireOne();
            return answerOf(market, account, request)
                    .handle((response, failure) ->
                            failure == null
                                    ? SessionAnswer.of(
                                            request.id(),
                                            response.getStatus(),
                                            response.getEntity())
                                    : refused(request.id(), failure))
                    .toCompletableFuture();
        } catch (Refusal refusal) {
            return CompletableFuture.completedFuture(SessionAnswer.refused(request.id(), refusal));
        }
    }

    private CompletionStage<Response> answerOf(
            Market market, AccountId account, SessionRequest request) {
        if (request.place() != null) {
            return place(market, account, request, request.place());
        }
        if (request.cancel() != null) {
            OrderId order = FormFields.order(market, "cancel", request.cancel());
            return orders.cancel(order, account)
                    .thenApply(answer -> OrderAnswers.ofCancel(order, answer));
        }
        if (request.replace() != null) {
            OrderId order = FormFields.order(market, "replace", request.replace());
            return orders.replace(order, account, ReplacementForm.termsOf(request.terms()))
                    .thenApply(answer -> OrderAnswers.ofReplacement(order, answer));
        }
        SessionRequest.CancelAll all = request.cancelAll();
        if (all != null) {
            String product = all.product();
            return orders.cancelAll(
                            market, account, product == null ? null : FormFields.product(product))
                    .thenApply(answer -> OrderAnswers.ofCancelAll(market, answer));
        }
        return CompletableFuture.completedFuture(Response.ok().build());
    }

    private CompletionStage<Response> place(
            Market market, AccountId account, SessionRequest request, OrderForm form) {
        OrderFields order = OrderFields.of(market, form);
        if (!order.account().equals(account)) {
            throw new Refusal(
                    403,
                    "NOT_YOUR_ACCOUNT",
                    "account",
                    "This session is of account " + account + ".");
        }
        return orders.place(order, FormFields.idempotencyKey(request.idempotencyKey()))
                .thenApply(answer -> OrderAnswers.ofOrder(market, answer));
    }

    /** All of the account's open orders in the market end; for a session that promised it. */
    void cancelAll(Market market, AccountId account) {
        var _ = orders.cancelAll(market, account, null);
    }

    private static SessionAnswer refused(@Nullable String id, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        if (cause instanceof Refusal refusal) {
            return SessionAnswer.refused(id, refusal);
        }
        LOG.error("a request of an order session failed", cause);
        return SessionAnswer.failed(id);
    }
}

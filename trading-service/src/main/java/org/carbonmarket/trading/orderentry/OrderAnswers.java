package org.carbonmarket.trading.orderentry;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.OrderEvent.AllOrdersCancelled;
import org.carbonmarket.events.trading.OrderEvent.CancelRejected;
import org.carbonmarket.events.trading.OrderEvent.OrderCancelled;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.OrderEvent.OrderRejected;
import org.carbonmarket.events.trading.OrderEvent.OrderReplaced;
import org.carbonmarket.events.trading.OrderEvent.ReplaceRejected;
import org.carbonmarket.trading.answers.Answer;
import org.carbonmarket.trading.http.Unanswered;

/** What the market's answers are over HTTP. */
public final class OrderAnswers {

    private static final int UNPROCESSABLE = 422;

    private OrderAnswers() {}

    /** Where an order is read. */
    static String locationOf(OrderId order) {
        return "/api/v1/markets/" + order.market() + "/orders/" + order;
    }

    /**
     * The answer to an order.
     *
     * @param market the market asked
     * @throws Refusal when the market or the way to it said no
     */
    public static Response ofOrder(Market market, Answer answer) {
        return switch (answer) {
            case Answer.Answered(OrderPlaced placed) ->
                    Response.status(Response.Status.CREATED)
                            .header(HttpHeaders.LOCATION, locationOf(placed.order()))
                            .entity(placed)
                            .build();
            case Answer.Answered(OrderRejected rejected) ->
                    throw new Refusal(
                            UNPROCESSABLE,
                            rejected.code().name(),
                            rejected.field(),
                            rejected.detail());
            case Answer.Answered(PublishedEvent other) -> throw unexpected(other);
            case Answer.Outstanding(String command, long position) ->
                    entered(new OrderId(market, position), command);
            case Answer.Unknown unknown -> throw Unanswered.of(unknown);
            case Answer.Overloaded overloaded -> throw Unanswered.of(overloaded);
        };
    }

    public static Response ofCancel(OrderId order, Answer answer) {
        return switch (answer) {
            case Answer.Answered(OrderCancelled cancelled) -> Response.ok(cancelled).build();
            case Answer.Answered(CancelRejected rejected) ->
                    throw new Refusal(
                            UNPROCESSABLE, rejected.code().name(), "order", rejected.detail());
            case Answer.Answered(PublishedEvent other) -> throw unexpected(other);
            case Answer.Outstanding _ -> pending(order);
            case Answer.Unknown unknown -> throw Unanswered.of(unknown);
            case Answer.Overloaded overloaded -> throw Unanswered.of(overloaded);
        };
    }

    public static Response ofReplacement(OrderId order, Answer answer) {
        return switch (answer) {
            case Answer.Answered(OrderReplaced replaced) -> Response.ok(replaced).build();
            case Answer.Answered(ReplaceRejected rejected) ->
                    throw new Refusal(
                            UNPROCESSABLE,
                            rejected.code().name(),
                            rejected.field(),
                            rejected.detail());
            case Answer.Answered(PublishedEvent other) -> throw unexpected(other);
            case Answer.Outstanding _ -> pending(order);
            case Answer.Unknown unknown -> throw Unanswered.of(unknown);
            case Answer.Overloaded overloaded -> throw Unanswered.of(overloaded);
        };
    }

    public static Response ofCancelAll(Market market, Answer answer) {
        return switch (answer) {
            case Answer.Answered(AllOrdersCancelled cancelled) -> Response.ok(cancelled).build();
            case Answer.Answered(CancelRejected rejected) ->
                    throw new Refusal(
                            UNPROCESSABLE, rejected.code().name(), null, rejected.detail());
            case Answer.Answered(PublishedEvent other) -> throw unexpected(other);
            case Answer.Outstanding _ ->
                    Response.accepted()
                            .header(
                                    HttpHeaders.LOCATION,
                                    "/api/v1/markets/" + market + "/orders?state=RESTING")
                            .build();
            case Answer.Unknown unknown -> throw Unanswered.of(unknown);
            case Answer.Overloaded overloaded -> throw Unanswered.of(overloaded);
        };
    }

    /** The command leads to the first order should this turn out to be a retry of it. */
    private static Response entered(OrderId order, String command) {
        String url = locationOf(order) + "?command=" + command;
        return Response.accepted(new PendingOrder(order, url))
                .header(HttpHeaders.LOCATION, url)
                .build();
    }

    private static Response pending(OrderId order) {
        return Response.accepted(new PendingOrder(order, locationOf(order)))
                .header(HttpHeaders.LOCATION, locationOf(order))
                .build();
    }

    private static IllegalStateException unexpected(PublishedEvent event) {
        return new IllegalStateException("no answer to an order: " + event);
    }
}

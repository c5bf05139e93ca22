package org.carbonmarket.trading.blocktrading;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.BlockEvent.BlockConfirmed;
import org.carbonmarket.events.trading.BlockEvent.BlockEnded;
import org.carbonmarket.events.trading.BlockEvent.BlockOffered;
import org.carbonmarket.events.trading.BlockEvent.BlockRefused;
import org.carbonmarket.trading.answers.Answer;
import org.carbonmarket.trading.http.Unanswered;

/** What the market's answers to steps of block trading are over HTTP. */
final class OfferAnswers {

    private static final int UNPROCESSABLE = 422;

    private OfferAnswers() {}

    /** Where an offer is read. */
    static String locationOf(OrderId offer) {
        return "/api/v1/markets/" + offer.market() + "/block-offers/" + offer;
    }

    /**
     * @param market the market asked
     * @throws Refusal when the market or the way to it said no
     */
    static Response ofOffer(Market market, Answer answer) {
        return switch (answer) {
            case Answer.Answered(BlockOffered offered) ->
                    Response.status(Response.Status.CREATED)
                            .header(HttpHeaders.LOCATION, locationOf(offered.order()))
                            .entity(offered)
                            .build();
            case Answer.Answered(PublishedEvent other) -> throw refusal(other);
            case Answer.Outstanding(String _, long position) -> pending(new OrderId(market, position));
            case Answer.Unknown unknown -> throw Unanswered.of(unknown);
            case Answer.Overloaded overloaded -> throw Unanswered.of(overloaded);
        };
    }

    /** The answer to a step about an offer that stands. */
    static Response ofStep(OrderId offer, Answer answer) {
        return switch (answer) {
            case Answer.Answered(BlockConfirmed confirmed) -> Response.ok(confirmed).build();
            case Answer.Answered(BlockEnded ended) -> Response.ok(ended).build();
            case Answer.Answered(PublishedEvent other) -> throw refusal(other);
            case Answer.Outstanding _ -> pending(offer);
            case Answer.Unknown unknown -> throw Unanswered.of(unknown);
            case Answer.Overloaded overloaded -> throw Unanswered.of(overloaded);
        };
    }

    private static Response pending(OrderId offer) {
        return Response.accepted(new PendingOffer(offer, locationOf(offer)))
                .header(HttpHeaders.LOCATION, locationOf(offer))
                .build();
    }

    private static RuntimeException refusal(PublishedEvent event) {
        return event instanceof BlockRefused refused
                ? new Refusal(
                        UNPROCESSABLE, refused.code().name(), refused.field(), refused.detail())
                : new IllegalStateException("no answer to a block: " + event);
    }
}

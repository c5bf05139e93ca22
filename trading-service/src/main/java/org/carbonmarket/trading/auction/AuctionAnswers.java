package org.carbonmarket.trading.auction;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.BidEvent.BidEnded;
import org.carbonmarket.events.trading.BidEvent.BidPlaced;
import org.carbonmarket.events.trading.BidEvent.BidRefused;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.SupervisionEvent.RequestDone;
import org.carbonmarket.events.trading.SupervisionEvent.RequestRefused;
import org.carbonmarket.trading.answers.Answer;
import org.carbonmarket.trading.http.Unanswered;
import org.jspecify.annotations.Nullable;

/** What the market's answers to steps of auctions are over HTTP. */
final class AuctionAnswers {

    private static final int UNPROCESSABLE = 422;

    private AuctionAnswers() {}

    /**
     * Done, and what it made.
     *
     * @param auction the number of the auction announced
     */
    record Done(@Nullable OrderId auction, String url) {}

    static String locationOf(OrderId auction) {
        return "/api/v1/markets/" + auction.market() + "/auctions/" + auction;
    }

    static Response ofAnnouncement(Answer answer) {
        if (answer instanceof Answer.Answered(RequestDone done) && done.number() != null) {
            String location = locationOf(done.number());
            return Response.status(Response.Status.CREATED)
                    .header(HttpHeaders.LOCATION, location)
                    .entity(new Done(done.number(), location))
                    .build();
        }
        return other(answer);
    }

    static Response ofStep(OrderId auction, Answer answer) {
        return answer instanceof Answer.Answered(RequestDone _)
                ? Response.ok(new Done(auction, locationOf(auction))).build()
                : other(answer);
    }

    static Response ofBid(Answer answer) {
        return switch (answer) {
            case Answer.Answered(BidPlaced placed) ->
                    Response.status(Response.Status.CREATED).entity(placed).build();
            case Answer.Answered(BidEnded ended) -> Response.ok(ended).build();
            default -> other(answer);
        };
    }

    private static Response other(Answer answer) {
        return switch (answer) {
            case Answer.Answered(RequestRefused no) ->
                    throw refusal(no.code(), no.field(), no.detail());
            case Answer.Answered(BidRefused no) ->
                    throw refusal(no.code(), no.field(), no.detail());
            case Answer.Answered(PublishedEvent event) ->
                    throw new IllegalStateException("no answer to an auction: " + event);
            case Answer.Outstanding _ -> Response.accepted().build();
            case Answer.Unknown unknown -> throw Unanswered.of(unknown);
            case Answer.Overloaded overloaded -> throw Unanswered.of(overloaded);
        };
    }

    private static Refusal refusal(RejectionCode code, @Nullable String field, String detail) {
        return new Refusal(UNPROCESSABLE, code.name(), field, detail);
    }
}

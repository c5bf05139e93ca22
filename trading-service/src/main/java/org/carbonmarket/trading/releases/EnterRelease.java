package org.carbonmarket.trading.releases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.marketlog.MarketCommand.Request;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.carbonmarket.events.trading.PositionEvent.ReleaseRejected;
import org.carbonmarket.trading.answers.Answer;
import org.carbonmarket.trading.answers.Answers;
import org.carbonmarket.trading.http.Unanswered;
import org.carbonmarket.trading.releases.ReleaseRequests.Asked;
import org.carbonmarket.trading.releases.ReleaseRequests.Noted;

/** Notes a release, sends it to the market and waits for what it says. */
@ApplicationScoped
class EnterRelease {

    private static final int UNPROCESSABLE = 422;

    private final ReleaseRequests requests;
    private final Answers answers;

    @Inject
    EnterRelease(ReleaseRequests requests, Answers answers) {
        this.requests = requests;
        this.answers = answers;
    }

    CompletionStage<Response> release(Asked asked, Request request) {
        Optional<Noted> earlier = requests.note(asked);
        if (earlier.isPresent()) {
            return CompletableFuture.completedStage(again(asked, earlier.orElseThrow()));
        }
        return answers.ask(request)
                .thenApply(answer -> response(asked.market(), asked.account(), request, answer));
    }

    /** The answer to a key that was seen before. */
    private static Response again(Asked asked, Noted earlier) {
        if (!earlier.digest().equals(asked.digest())) {
            throw new Refusal(
                    UNPROCESSABLE,
                    "IDEMPOTENCY_KEY_REUSED",
                    "Idempotency-Key",
                    "This key came with another release before.");
        }
        ReleaseView view = earlier.view();
        return switch (view.state()) {
            case PENDING -> pending(asked.market(), view);
            case RELEASED ->
                    Response.status(Response.Status.CREATED)
                            .type(MediaType.APPLICATION_JSON_TYPE)
                            .entity(String.valueOf(view.released()))
                            .build();
            case REFUSED ->
                    throw new Refusal(
                            UNPROCESSABLE,
                            String.valueOf(view.code()),
                            null,
                            String.valueOf(view.detail()));
        };
    }

    private Response response(Market market, AccountId account, Request request, Answer answer) {
        return switch (answer) {
            case Answer.Answered(AllowancesReleased released) -> created(released);
            case Answer.Answered(FundsReleased released) -> created(released);
            case Answer.Answered(ReleaseRejected rejected) ->
                    throw new Refusal(
                            UNPROCESSABLE, rejected.code().name(), null, rejected.detail());
            case Answer.Answered(PublishedEvent other) ->
                    throw new IllegalStateException("no answer to a release: " + other);
            case Answer.Outstanding _ ->
                    pending(market, ReleaseView.pending(request.command(), account));
            case Answer.Unknown unknown -> throw Unanswered.of(unknown);
            case Answer.Overloaded overloaded -> {
                requests.forget(request.command());
                throw Unanswered.of(overloaded);
            }
        };
    }

    private static Response created(PublishedEvent released) {
        return Response.status(Response.Status.CREATED).entity(released).build();
    }

    private static Response pending(Market market, ReleaseView view) {
        return Response.accepted(view)
                .header(
                        HttpHeaders.LOCATION,
                        "/api/v1/markets/" + market + "/releases/" + view.command())
                .build();
    }

    /** The state a release is in, for its account alone to read. */
    Optional<ReleaseView> find(Market market, String command) {
        return requests.find(market, command).map(Noted::view);
    }
}

package org.carbonmarket.trading.releases;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.marketlog.MarketCommand.ReleaseAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.ReleaseFunds;
import org.carbonmarket.events.marketlog.MarketCommand.Request;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.carbonmarket.events.trading.PositionEvent.ReleaseRejected;
import org.carbonmarket.trading.answers.Answer;
import org.carbonmarket.trading.answers.Answers;
import org.carbonmarket.trading.answers.RequestNumbers;
import org.carbonmarket.trading.http.FormFields;
import org.carbonmarket.trading.http.Unanswered;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes allowances and money out of trading, back to registry and settlement. */
@Path("/markets/{market}/releases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Releases")
public class ReleaseResource {

    static final String ALLOWANCES =
            """
            {"account": "POWER-001", "product": "CEA", "tonnes": 5000}\
            """;
    static final String FUNDS =
            """
            {"account": "POWER-001", "amount": "240000.00"}\
            """;
    static final String RELEASED =
            """
            {"market": "CN", "command": "5f0c19a2d7e84b36-19", "release": "CN-R-4712",
             "account": "POWER-001", "amount": "240000.00", "at": "2021-07-16T15:10:00+08:00"}\
            """;
    static final String UNSETTLED =
            """
            {"type": "urn:carbonmarket:problem:FUNDS_UNSETTLED",
             "title": "The request cannot be done", "status": 422,
             "code": "FUNDS_UNSETTLED",
             "detail": "The money is proceeds of a sale that is not settled yet.",
             "instance": "/api/v1/markets/CN/releases"}\
            """;
    static final String INCOMPLETE =
            """
            {"type": "urn:carbonmarket:problem:RELEASE_AMBIGUOUS",
             "title": "The request cannot be read", "status": 400,
             "code": "RELEASE_AMBIGUOUS", "field": "amount",
             "detail": "State either product and tonnes, or amount.",
             "instance": "/api/v1/markets/CN/releases"}\
            """;

    private final Answers answers;
    private final RequestNumbers numbers;
    private final BusinessClock clock;
    private final Caller caller;

    @Inject
    ReleaseResource(Answers answers, RequestNumbers numbers, BusinessClock clock, Caller caller) {
        this.answers = answers;
        this.numbers = numbers;
        this.clock = clock;
        this.caller = caller;
    }

    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PARTICIPANT)
    @Operation(
            summary = "Take value out of trading",
            description =
                    "Sellable allowances go back to the registry, free and settled money to"
                            + " settlement. What orders reserve, what was bought today and"
                            + " proceeds not yet settled stay.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReleaseForm.class),
                            examples = {
                                @ExampleObject(name = "allowances", value = ALLOWANCES),
                                @ExampleObject(name = "money", value = FUNDS)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "It left trading",
            content =
                    @Content(
                            schema = @Schema(implementation = FundsReleased.class),
                            examples = @ExampleObject(name = "released", value = RELEASED)))
    @APIResponse(responseCode = "202", description = "The answer did not come in time")
    @APIResponse(
            responseCode = "400",
            description = "A field is missing or malformed",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "incomplete", value = INCOMPLETE)))
    @APIResponse(
            responseCode = "422",
            description = "It may not leave",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "unsettled", value = UNSETTLED)))
    public CompletionStage<Response> release(
            @PathParam("market") String marketName, @Nullable ReleaseForm form) {
        Market market = FormFields.market(marketName);
        if (form == null) {
            throw FormFields.missing("account");
        }
        AccountId account = FormFields.account(form.account());
        caller.requireAccount(account);
        return answers.ask(request(market, account, form)).thenApply(ReleaseResource::response);
    }

    private Request request(Market market, AccountId account, ReleaseForm form) {
        boolean isMoney = form.amount() != null;
        boolean isAllowances = form.product() != null || form.tonnes() != null;
        if (isMoney == isAllowances) {
            throw new Refusal(
                    400,
                    "RELEASE_AMBIGUOUS",
                    "amount",
                    "State either product and tonnes, or amount.");
        }
        return isMoney
                ? new ReleaseFunds(
                        market,
                        numbers.next(),
                        account,
                        FormFields.amount("amount", form.amount()),
                        clock.now())
                : new ReleaseAllowances(
                        market,
                        numbers.next(),
                        account,
                        FormFields.product(form.product()),
                        FormFields.tonnes("tonnes", form.tonnes()),
                        clock.now());
    }

    private static Response response(Answer answer) {
        return switch (answer) {
            case Answer.Answered(AllowancesReleased released) -> created(released);
            case Answer.Answered(FundsReleased released) -> created(released);
            case Answer.Answered(ReleaseRejected rejected) ->
                    throw new Refusal(422, rejected.code().name(), null, rejected.detail());
            case Answer.Answered(PublishedEvent other) ->
                    throw new IllegalStateException("no answer to a release: " + other);
            case Answer.Outstanding _ -> Response.accepted().build();
            case Answer.Unknown unknown -> throw Unanswered.of(unknown);
            case Answer.Overloaded overloaded -> throw Unanswered.of(overloaded);
        };
    }

    private static Response created(PublishedEvent released) {
        return Response.status(Response.Status.CREATED).entity(released).build();
    }
}

package org.carbonmarket.trading.voiding;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.marketlog.MarketCommand.VoidTrade;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.SupervisionEvent.RequestDone;
import org.carbonmarket.events.trading.SupervisionEvent.RequestRefused;
import org.carbonmarket.trading.answers.Answer;
import org.carbonmarket.trading.answers.Answers;
import org.carbonmarket.trading.answers.RequestNumbers;
import org.carbonmarket.trading.http.FormFields;
import org.carbonmarket.trading.http.Unanswered;
import org.carbonmarket.trading.projection.AsOf;
import org.carbonmarket.trading.projection.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Voids trades within their day, by the will of two operators. */
@Path("/markets/{market}/voids")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Market operator")
public class VoidResource {

    private static final String PROBLEM = "application/problem+json";

    static final String ASKED =
            """
            {"trade": "CN-131", "reason": "The price was entered in error."}\
            """;
    static final String PROPOSED =
            """
            {"proposal": 3, "trade": "CN-131", "reason": "The price was entered in error.",
             "state": "PROPOSED", "proposedBy": "market-operator-1",
             "proposedAt": "2021-07-21T14:05:00+08:00"}\
            """;
    static final String VOIDED =
            """
            {"proposal": 3, "trade": "CN-131", "reason": "The price was entered in error.",
             "state": "VOIDED", "proposedBy": "market-operator-1",
             "proposedAt": "2021-07-21T14:05:00+08:00", "decidedBy": "market-operator-2",
             "decidedAt": "2021-07-21T14:09:00+08:00"}\
            """;
    static final String LIST =
            "{\"asOf\": \"2021-07-21T14:09:00+08:00\", \"items\": [" + VOIDED + "]}";
    static final String SAME_PERSON =
            """
            {"type": "urn:carbonmarket:problem:SAME_PERSON",
             "title": "The request is not allowed", "status": 403, "code": "SAME_PERSON",
             "detail": "Who asked for a trade to be voided may not decide it; another operator must.",
             "instance": "/api/v1/markets/CN/voids/3/approval"}\
            """;
    static final String NOT_VOIDABLE =
            """
            {"type": "urn:carbonmarket:problem:TRADE_NOT_VOIDABLE",
             "title": "The request cannot be done", "status": 422, "code": "TRADE_NOT_VOIDABLE",
             "field": "trade", "detail": "The seller no longer has the proceeds at hand.",
             "instance": "/api/v1/markets/CN/voids/3/approval"}\
            """;
    static final String ALREADY =
            """
            {"type": "urn:carbonmarket:problem:ALREADY_PROPOSED",
             "title": "The request is in conflict", "status": 409, "code": "ALREADY_PROPOSED",
             "field": "trade", "detail": "Voiding this trade is proposed already.",
             "instance": "/api/v1/markets/CN/voids"}\
            """;

    private final VoidProposals proposals;
    private final Answers answers;
    private final RequestNumbers numbers;
    private final BusinessClock clock;
    private final Caller caller;
    private final AsOf asOf;

    @Inject
    VoidResource(
            VoidProposals proposals,
            Answers answers,
            RequestNumbers numbers,
            BusinessClock clock,
            Caller caller,
            AsOf asOf) {
        this.proposals = proposals;
        this.answers = answers;
        this.numbers = numbers;
        this.clock = clock;
        this.caller = caller;
        this.asOf = asOf;
    }

    /** Which trade, and the record of why. */
    record VoidForm(@Nullable String trade, @Nullable String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MARKET_OPERATOR)
    @Operation(
            summary = "Ask for a trade to be voided",
            description =
                    "Only within the trade's day, for force majeure or error. Another operator"
                            + " approves; then both legs are reversed and the fees refunded.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = VoidForm.class),
                            examples = @ExampleObject(name = "asked", value = ASKED)))
    @APIResponse(
            responseCode = "201",
            description = "Proposed",
            content =
                    @Content(
                            schema = @Schema(implementation = VoidView.class),
                            examples = @ExampleObject(name = "proposed", value = PROPOSED)))
    @APIResponse(
            responseCode = "409",
            description = "Proposed before",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples = @ExampleObject(name = "already", value = ALREADY)))
    public Response propose(@PathParam("market") String marketName, @Nullable VoidForm form) {
        Market market = FormFields.market(marketName);
        if (form == null) {
            throw FormFields.missing("trade");
        }
        VoidView proposed =
                proposals.propose(
                        FormFields.trade(market, "trade", form.trade()),
                        FormFields.reason(form.reason()),
                        caller.name());
        return Response.status(Response.Status.CREATED).entity(proposed).build();
    }

    @POST
    @Path("/{proposal}/approval")
    @RolesAllowed(Roles.MARKET_OPERATOR)
    @Operation(summary = "Approve another operator's proposal: the trade is voided")
    @APIResponse(
            responseCode = "200",
            description = "Voided",
            content =
                    @Content(
                            schema = @Schema(implementation = VoidView.class),
                            examples = @ExampleObject(name = "voided", value = VOIDED)))
    @APIResponse(
            responseCode = "403",
            description = "The same operator asked for it",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples = @ExampleObject(name = "same person", value = SAME_PERSON)))
    @APIResponse(
            responseCode = "422",
            description = "The market refused; the code says why",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples = @ExampleObject(name = "final", value = NOT_VOIDABLE)))
    public Response approve(
            @PathParam("market") String marketName, @PathParam("proposal") long number) {
        Market market = FormFields.market(marketName);
        String operator = caller.name();
        VoidProposal proposal = proposals.toBeDecidedBy(market, number, operator);
        Answer answer =
                answers.ask(
                                new VoidTrade(
                                        market,
                                        numbers.next(),
                                        proposal.trade(),
                                        proposal.reason(),
                                        proposal.proposedBy(),
                                        operator,
                                        clock.now()))
                        .toCompletableFuture()
                        .join();
        return switch (answer) {
            case Answer.Answered(RequestDone _) ->
                    Response.ok(decide(market, number, VoidState.VOIDED, operator, null)).build();
            case Answer.Answered(RequestRefused no) -> {
                decide(market, number, VoidState.REFUSED, operator, no.code().name());
                throw new Refusal(422, no.code().name(), no.field(), no.detail());
            }
            case Answer.Answered(PublishedEvent other) ->
                    throw new IllegalStateException("no answer to a voiding: " + other);
            // The proposal stays open: approving it again tells how it ended.
            case Answer.Outstanding _ -> Response.accepted().build();
            case Answer.Unknown unknown -> throw Unanswered.of(unknown);
            case Answer.Overloaded overloaded -> throw Unanswered.of(overloaded);
        };
    }

    private VoidView decide(
            Market market, long number, VoidState as, String operator, @Nullable String refusal) {
        return proposals.decide(market, number, as, operator, refusal);
    }

    @POST
    @Path("/{proposal}/rejection")
    @RolesAllowed(Roles.MARKET_OPERATOR)
    @Operation(summary = "Reject another operator's proposal: the trade stands")
    @APIResponse(
            responseCode = "200",
            description = "Rejected",
            content =
                    @Content(
                            schema = @Schema(implementation = VoidView.class),
                            examples = @ExampleObject(name = "rejected", value = VOIDED)))
    public VoidView reject(
            @PathParam("market") String marketName, @PathParam("proposal") long number) {
        Market market = FormFields.market(marketName);
        return decide(market, number, VoidState.REJECTED, caller.name(), null);
    }

    @GET
    @RolesAllowed({Roles.MARKET_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "Proposals to void trades, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of proposals",
            content =
                    @Content(
                            schema = @Schema(implementation = Page.class),
                            examples = @ExampleObject(name = "proposals", value = LIST)))
    public Page<VoidView> list(
            @PathParam("market") String marketName,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Market market = FormFields.market(marketName);
        int size = Page.size(limit);
        List<VoidProposal> rows = proposals.page(market, Page.before(cursor), size + 1);
        return Page.of(asOf.of(market), rows, size, VoidProposal::number, VoidProposal::view);
    }
}

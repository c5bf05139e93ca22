package org.carbonmarket.trading.blocktrading;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.trading.BlockEvent.BlockConfirmed;
import org.carbonmarket.events.trading.BlockEvent.BlockEnded;
import org.carbonmarket.events.trading.BlockEvent.BlockOffered;
import org.carbonmarket.trading.http.FormFields;
import org.carbonmarket.trading.http.OwnAccount;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Block trading: participants offer, counter, confirm, decline and withdraw. */
@Path("/markets/{market}/block-offers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.PARTICIPANT)
@NonBlocking
@Tag(name = "Block trading")
@APIResponse(
        responseCode = "202",
        description = "The answer did not come in time; read the offer at its URL",
        content =
                @Content(
                        schema = @Schema(implementation = PendingOffer.class),
                        examples = @ExampleObject(name = "pending", value = BlockExamples.PENDING)))
public class BlockOfferResource {

    private static final String PROBLEM = "application/problem+json";
    private static final String KEY = "1 to 64 letters, digits, . _ : -; optional";

    private final NegotiateBlock blocks;
    private final Caller caller;

    @Inject
    BlockOfferResource(NegotiateBlock blocks, Caller caller) {
        this.blocks = blocks;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Offer a block to one counterparty, or to all",
            description =
                    "Its value is reserved while it stands. With an Idempotency-Key the same offer"
                            + " sent again gets the first answer, repeated = true; keys belong to"
                            + " an account, orders and offers together, and live for a trading"
                            + " day.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = OfferForm.class),
                            examples = {
                                @ExampleObject(name = "to one", value = BlockExamples.OFFER),
                                @ExampleObject(name = "published", value = BlockExamples.PUBLISHED)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The offer stands",
            content =
                    @Content(
                            schema = @Schema(implementation = BlockOffered.class),
                            examples =
                                    @ExampleObject(
                                            name = "offered",
                                            value = BlockExamples.OFFERED)))
    @APIResponse(
            responseCode = "400",
            description = "A field is missing or malformed",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "off tick",
                                            value = BlockExamples.OFF_TICK)))
    @APIResponse(
            responseCode = "403",
            description = "Somebody else's account",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "not yours",
                                            value = BlockExamples.NOT_YOURS)))
    @APIResponse(
            responseCode = "409",
            description = "An offer with this key is on its way",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "in flight",
                                            value = BlockExamples.IN_FLIGHT)))
    @APIResponse(
            responseCode = "422",
            description = "The market refused the offer; the code says why",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples = {
                                @ExampleObject(name = "too small", value = BlockExamples.TOO_SMALL),
                                @ExampleObject(
                                        name = "outside the session",
                                        value = BlockExamples.OUTSIDE_SESSION)
                            }))
    public CompletionStage<Response> offer(
            @PathParam("market") String marketName,
            @Parameter(description = KEY) @HeaderParam("Idempotency-Key")
                    @Nullable String idempotencyKey,
            @Nullable OfferForm form) {
        Market market = FormFields.market(marketName);
        BlockRequest.Offer offer = BlockRequest.Offer.of(market, form);
        caller.requireAccount(offer.account());
        return blocks.offer(offer, FormFields.idempotencyKey(idempotencyKey))
                .thenApply(answer -> OfferAnswers.ofOffer(market, answer));
    }

    @POST
    @Path("/{offer}/counter-offers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Answer another's offer with other terms",
            description =
                    "An offer of the other side to its initiator alone. Your earlier offer in the"
                            + " negotiation ends; the trade that comes of a negotiation ends all of"
                            + " it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CounterForm.class),
                            examples =
                                    @ExampleObject(
                                            name = "counter",
                                            value = BlockExamples.COUNTER)))
    @APIResponse(
            responseCode = "201",
            description = "The counter-offer stands",
            content =
                    @Content(
                            schema = @Schema(implementation = BlockOffered.class),
                            examples =
                                    @ExampleObject(
                                            name = "countered",
                                            value = BlockExamples.COUNTERED)))
    @APIResponse(
            responseCode = "400",
            description = "A field is missing or malformed",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "off tick",
                                            value = BlockExamples.OFF_TICK)))
    @APIResponse(
            responseCode = "422",
            description = "The market refused; the code says why",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "not open",
                                            value = BlockExamples.NOT_OPEN)))
    public CompletionStage<Response> counter(
            @PathParam("market") String marketName,
            @PathParam("offer") String offerId,
            @Parameter(description = KEY) @HeaderParam("Idempotency-Key")
                    @Nullable String idempotencyKey,
            @Nullable CounterForm form) {
        OrderId offer = offer(marketName, offerId);
        BlockRequest.Counter counter = BlockRequest.Counter.of(OwnAccount.of(caller), offer, form);
        return blocks.offer(counter, FormFields.idempotencyKey(idempotencyKey))
                .thenApply(answer -> OfferAnswers.ofOffer(offer.market(), answer));
    }

    @POST
    @Path("/{offer}/confirmation")
    @Operation(summary = "Take another's offer at its terms: the trade is made")
    @APIResponse(
            responseCode = "200",
            description = "Traded",
            content =
                    @Content(
                            schema = @Schema(implementation = BlockConfirmed.class),
                            examples =
                                    @ExampleObject(
                                            name = "confirmed",
                                            value = BlockExamples.CONFIRMED)))
    @APIResponse(
            responseCode = "422",
            description = "The market refused; the code says why",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "not open",
                                            value = BlockExamples.NOT_OPEN)))
    public CompletionStage<Response> confirm(
            @PathParam("market") String marketName, @PathParam("offer") String offerId) {
        OrderId offer = offer(marketName, offerId);
        return blocks.confirm(offer, OwnAccount.of(caller))
                .thenApply(answer -> OfferAnswers.ofStep(offer, answer));
    }

    @POST
    @Path("/{offer}/declining")
    @Operation(summary = "Turn down an offer made to you alone")
    @APIResponse(
            responseCode = "200",
            description = "The offer stands no more",
            content =
                    @Content(
                            schema = @Schema(implementation = BlockEnded.class),
                            examples =
                                    @ExampleObject(
                                            name = "declined",
                                            value = BlockExamples.DECLINED)))
    @APIResponse(
            responseCode = "422",
            description = "There is nothing to decline",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "not open",
                                            value = BlockExamples.NOT_OPEN)))
    public CompletionStage<Response> decline(
            @PathParam("market") String marketName, @PathParam("offer") String offerId) {
        OrderId offer = offer(marketName, offerId);
        return blocks.decline(offer, OwnAccount.of(caller))
                .thenApply(answer -> OfferAnswers.ofStep(offer, answer));
    }

    @DELETE
    @Path("/{offer}")
    @Operation(summary = "Withdraw your own offer")
    @APIResponse(
            responseCode = "200",
            description = "The offer stands no more",
            content =
                    @Content(
                            schema = @Schema(implementation = BlockEnded.class),
                            examples =
                                    @ExampleObject(
                                            name = "withdrawn",
                                            value = BlockExamples.WITHDRAWN)))
    @APIResponse(
            responseCode = "422",
            description = "There is nothing to withdraw",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "not open",
                                            value = BlockExamples.NOT_OPEN)))
    public CompletionStage<Response> withdraw(
            @PathParam("market") String marketName, @PathParam("offer") String offerId) {
        OrderId offer = offer(marketName, offerId);
        return blocks.withdraw(offer, OwnAccount.of(caller))
                .thenApply(answer -> OfferAnswers.ofStep(offer, answer));
    }

    private static OrderId offer(String marketName, String offerId) {
        return FormFields.order(FormFields.market(marketName), "offer", offerId);
    }
}

package org.carbonmarket.trading.auction;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.trading.BidEvent.BidEnded;
import org.carbonmarket.events.trading.BidEvent.BidPlaced;
import org.carbonmarket.trading.auction.AuctionForms.Bidding;
import org.carbonmarket.trading.http.FormFields;
import org.carbonmarket.trading.http.OwnAccount;
import org.carbonmarket.trading.projection.AsOf;
import org.carbonmarket.trading.projection.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Sealed bids. Before an auction's end a bid's price and quantity are shown to nobody, its bidder
 * included: this service does not keep them.
 */
@Path("/markets/{market}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Auctions")
public class BidResource {

    private static final String PROBLEM = "application/problem+json";
    private static final String KEY = "1 to 64 letters, digits, . _ : -; optional";

    private final HoldAuction hold;
    private final BidRows bids;
    private final AsOf asOf;
    private final Caller caller;

    @Inject
    BidResource(HoldAuction hold, BidRows bids, AsOf asOf, Caller caller) {
        this.hold = hold;
        this.bids = bids;
        this.asOf = asOf;
        this.caller = caller;
    }

    @POST
    @Path("/auctions/{auction}/bids")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PARTICIPANT)
    @Operation(
            summary = "Bid under seal",
            description =
                    "Price and quantity are sealed at once, or come sealed by the bidder. The"
                            + " reserve is put aside; it must cover price times quantity and the"
                            + " fee, or the bid takes no part when it is opened.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Bidding.class),
                            examples = {
                                @ExampleObject(name = "bid", value = AuctionExamples.BID),
                                @ExampleObject(name = "sealed", value = AuctionExamples.SEALED)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The bid stands",
            content =
                    @Content(
                            schema = @Schema(implementation = BidPlaced.class),
                            examples =
                                    @ExampleObject(
                                            name = "placed",
                                            value = AuctionExamples.PLACED)))
    @APIResponse(
            responseCode = "400",
            description = "A field is missing or malformed",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "too small",
                                            value = AuctionExamples.TOO_SMALL)))
    @APIResponse(
            responseCode = "422",
            description = "The market refused the bid; the code says why",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "not admitted",
                                            value = AuctionExamples.NOT_ADMITTED)))
    public CompletionStage<Response> bid(
            @PathParam("market") String marketName,
            @PathParam("auction") String auctionId,
            @Parameter(description = KEY) @HeaderParam("Idempotency-Key")
                    @Nullable String idempotencyKey,
            @Nullable Bidding form) {
        OrderId auction = FormFields.order(FormFields.market(marketName), "auction", auctionId);
        SealedBidding bid = SealedBidding.of(auction, form);
        caller.requireAccount(bid.account());
        return hold.bid(bid, FormFields.idempotencyKey(idempotencyKey))
                .thenApply(AuctionAnswers::ofBid);
    }

    @DELETE
    @Path("/bids/{bid}")
    @RolesAllowed(Roles.PARTICIPANT)
    @Operation(summary = "Take back your own bid before the end")
    @APIResponse(
            responseCode = "200",
            description = "The bid stands no more",
            content =
                    @Content(
                            schema = @Schema(implementation = BidEnded.class),
                            examples =
                                    @ExampleObject(
                                            name = "withdrawn",
                                            value = AuctionExamples.WITHDRAWN)))
    @APIResponse(
            responseCode = "422",
            description = "There is nothing to take back",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "not open",
                                            value = AuctionExamples.NOT_OPEN)))
    public CompletionStage<Response> withdraw(
            @PathParam("market") String marketName, @PathParam("bid") String bidId) {
        OrderId bid = FormFields.order(FormFields.market(marketName), "bid", bidId);
        return hold.withdraw(bid, OwnAccount.of(caller)).thenApply(AuctionAnswers::ofBid);
    }

    @GET
    @Path("/bids")
    @RolesAllowed({Roles.PARTICIPANT, Roles.MARKET_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(
            summary = "Bids of an account, newest first",
            description = "Price and quantity are there once the auction has ended.")
    @APIResponse(
            responseCode = "200",
            description = "A page of bids",
            content =
                    @Content(
                            schema = @Schema(implementation = Page.class),
                            examples = @ExampleObject(name = "bids", value = AuctionExamples.BIDS)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is malformed",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "cursor",
                                            value = AuctionExamples.BAD_CURSOR)))
    public Page<BidView> bids(
            @PathParam("market") String marketName,
            @Parameter(description = "Whose; a participant's own when absent")
                    @QueryParam("account")
                    @Nullable String account,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Market market = FormFields.market(marketName);
        int size = Page.size(limit);
        List<BidRow> rows = bids.page(market, accountAsked(account), Page.before(cursor), size + 1);
        return Page.of(asOf.of(market), rows, size, row -> row.position, BidRow::view);
    }

    private AccountId accountAsked(@Nullable String account) {
        if (account == null) {
            return caller.account().orElseThrow(() -> FormFields.missing("account"));
        }
        AccountId asked = FormFields.account(account);
        caller.requireAccount(asked);
        return asked;
    }
}

package org.carbonmarket.trading.auction;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
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
import java.util.concurrent.CompletionStage;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.trading.auction.AuctionAnswers.Done;
import org.carbonmarket.trading.auction.AuctionForms.Admission;
import org.carbonmarket.trading.auction.AuctionForms.Announcement;
import org.carbonmarket.trading.auction.AuctionForms.Cancellation;
import org.carbonmarket.trading.http.FormFields;
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

/** One-way auctions: the market operator announces them, everybody sees them. */
@Path("/markets/{market}/auctions")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Auctions")
public class AuctionResource {

    private static final String PROBLEM = "application/problem+json";

    private final HoldAuction hold;
    private final AuctionRows auctions;
    private final AsOf asOf;

    @Inject
    AuctionResource(HoldAuction hold, AuctionRows auctions, AsOf asOf) {
        this.hold = hold;
        this.auctions = auctions;
        this.asOf = asOf;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MARKET_OPERATOR)
    @Operation(
            summary = "Announce an auction",
            description =
                    "The seller's allowances are reserved. Bids are sealed with a key made for this"
                            + " auction, and nobody can read them before closesAt; then the"
                            + " market opens them and awards at once.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Announcement.class),
                            examples =
                                    @ExampleObject(
                                            name = "announcement",
                                            value = AuctionExamples.ANNOUNCEMENT)))
    @APIResponse(
            responseCode = "201",
            description = "Announced",
            content =
                    @Content(
                            schema = @Schema(implementation = Done.class),
                            examples =
                                    @ExampleObject(
                                            name = "announced",
                                            value = AuctionExamples.ANNOUNCED)))
    @APIResponse(
            responseCode = "422",
            description = "The market refused; the code says why",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(name = "short", value = AuctionExamples.SHORT)))
    public CompletionStage<Response> announce(
            @PathParam("market") String marketName, @Nullable Announcement form) {
        Market market = FormFields.market(marketName);
        if (form == null) {
            throw FormFields.missing("account");
        }
        return hold.announce(market, form).thenApply(AuctionAnswers::ofAnnouncement);
    }

    @POST
    @Path("/{auction}/bidders")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MARKET_OPERATOR)
    @Operation(summary = "Admit one more bidder")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Admission.class),
                            examples =
                                    @ExampleObject(
                                            name = "admission",
                                            value = AuctionExamples.ADMISSION)))
    @APIResponse(
            responseCode = "200",
            description = "Admitted",
            content =
                    @Content(
                            schema = @Schema(implementation = Done.class),
                            examples =
                                    @ExampleObject(
                                            name = "admitted",
                                            value = AuctionExamples.ANNOUNCED)))
    public CompletionStage<Response> admit(
            @PathParam("market") String marketName,
            @PathParam("auction") String auctionId,
            @Nullable Admission form) {
        OrderId auction = auction(marketName, auctionId);
        if (form == null) {
            throw FormFields.missing("account");
        }
        return hold.admit(auction, FormFields.account(form.account()))
                .thenApply(answer -> AuctionAnswers.ofStep(auction, answer));
    }

    @POST
    @Path("/{auction}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MARKET_OPERATOR)
    @Operation(summary = "Call an auction off; everything reserved goes back")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Cancellation.class),
                            examples =
                                    @ExampleObject(
                                            name = "cancellation",
                                            value = AuctionExamples.CANCELLATION)))
    @APIResponse(
            responseCode = "200",
            description = "Called off",
            content =
                    @Content(
                            schema = @Schema(implementation = Done.class),
                            examples =
                                    @ExampleObject(
                                            name = "called off",
                                            value = AuctionExamples.ANNOUNCED)))
    public CompletionStage<Response> cancel(
            @PathParam("market") String marketName,
            @PathParam("auction") String auctionId,
            @Nullable Cancellation form) {
        OrderId auction = auction(marketName, auctionId);
        String reason = FormFields.reason(form == null ? null : form.reason());
        return hold.cancel(auction, reason)
                .thenApply(answer -> AuctionAnswers.ofStep(auction, answer));
    }

    @GET
    @PermitAll
    @Operation(summary = "Auctions, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of auctions",
            content =
                    @Content(
                            schema = @Schema(implementation = Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "auctions",
                                            value = AuctionExamples.AUCTIONS)))
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
    public Page<AuctionView> auctions(
            @PathParam("market") String marketName,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Market market = FormFields.market(marketName);
        int size = Page.size(limit);
        List<AuctionRow> rows = auctions.page(market, Page.before(cursor), size + 1);
        return Page.of(asOf.of(market), rows, size, row -> row.position, AuctionRow::view);
    }

    @GET
    @Path("/{auction}")
    @PermitAll
    @Operation(summary = "An auction, with its result once it ended")
    @APIResponse(
            responseCode = "200",
            description = "The auction as far as it is projected",
            content =
                    @Content(
                            schema = @Schema(implementation = AuctionView.class),
                            examples =
                                    @ExampleObject(
                                            name = "auction",
                                            value = AuctionExamples.AUCTION)))
    @APIResponse(
            responseCode = "404",
            description = "No such auction, or not yet",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = AuctionExamples.UNKNOWN)))
    public AuctionView one(
            @PathParam("market") String marketName, @PathParam("auction") String auctionId) {
        return auctions.find(auction(marketName, auctionId))
                .map(AuctionRow::view)
                .orElseThrow(HoldAuction::unknown);
    }

    private static OrderId auction(String marketName, String auctionId) {
        return FormFields.order(FormFields.market(marketName), "auction", auctionId);
    }
}

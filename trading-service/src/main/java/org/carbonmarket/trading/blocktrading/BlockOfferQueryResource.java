package org.carbonmarket.trading.blocktrading;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.trading.http.FormFields;
import org.carbonmarket.trading.projection.AsOf;
import org.carbonmarket.trading.projection.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Block offers to read: what is published is every participant's to see, what is made to one is its
 * two parties' alone; operators and supervisors see all.
 */
@Path("/markets/{market}/block-offers")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed({Roles.PARTICIPANT, Roles.MARKET_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
@Tag(name = "Block trading")
public class BlockOfferQueryResource {

    private static final String PROBLEM = "application/problem+json";

    private final BlockOfferRows offers;
    private final AsOf asOf;
    private final BusinessClock clock;
    private final Caller caller;

    @Inject
    BlockOfferQueryResource(BlockOfferRows offers, AsOf asOf, BusinessClock clock, Caller caller) {
        this.offers = offers;
        this.asOf = asOf;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Path("/{offer}")
    @Operation(summary = "A block offer and what became of it")
    @APIResponse(
            responseCode = "200",
            description = "The offer as far as it is projected",
            content =
                    @Content(
                            schema = @Schema(implementation = OfferView.class),
                            examples = @ExampleObject(name = "offer", value = BlockExamples.VIEW)))
    @APIResponse(
            responseCode = "404",
            description = "No such offer for you to see, or not yet",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = BlockExamples.NOT_FOUND)))
    public OfferView offer(
            @PathParam("market") String marketName, @PathParam("offer") String offerId) {
        OrderId offer = FormFields.order(FormFields.market(marketName), "offer", offerId);
        // Whether others negotiate is nobody's business.
        return offers.find(offer)
                .map(BlockOfferRow::view)
                .filter(this::mayRead)
                .orElseThrow(() ->
                        new Refusal(
                                404,
                                "OFFER_UNKNOWN",
                                null,
                                "There is no such offer for you to see, or it is not projected"
                                        + " yet."));
    }

    @GET
    @Operation(summary = "Block offers, newest first: published, own, or made to you")
    @APIResponse(
            responseCode = "200",
            description = "A page of offers",
            content =
                    @Content(
                            schema = @Schema(implementation = Page.class),
                            examples =
                                    @ExampleObject(name = "offers", value = BlockExamples.VIEWS)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is malformed",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(name = "list", value = BlockExamples.BAD_LIST)))
    public Page<OfferView> offers(
            @PathParam("market") String marketName,
            @Parameter(description = "PUBLISHED (when absent), OWN or MADE_TO_ME")
                    @QueryParam("list")
                    @Nullable String listName,
            @Parameter(description = "Whose own, or made to whom; a participant's own when absent")
                    @QueryParam("account")
                    @Nullable String account,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Market market = FormFields.market(marketName);
        OfferList list =
                listName == null
                        ? OfferList.PUBLISHED
                        : FormFields.choice("list", listName, OfferList.class, "LIST_INVALID");
        int size = Page.size(limit);
        long before = Page.before(cursor);
        List<BlockOfferRow> rows =
                switch (list) {
                    case PUBLISHED -> offers.published(market, clock.now(), before, size + 1);
                    case OWN -> offers.ownedBy(market, accountAsked(account), before, size + 1);
                    case MADE_TO_ME ->
                            offers.madeTo(market, accountAsked(account), before, size + 1);
                };
        return Page.of(asOf.of(market), rows, size, row -> row.position, BlockOfferRow::view);
    }

    /** The account asked for; a participant that names none asks for its own. */
    private AccountId accountAsked(@Nullable String account) {
        if (account == null) {
            return caller.account().orElseThrow(() -> FormFields.missing("account"));
        }
        AccountId asked = FormFields.account(account);
        caller.requireAccount(asked);
        return asked;
    }

    private boolean mayRead(OfferView offer) {
        Optional<AccountId> own = caller.account();
        AccountId counterparty = offer.counterparty();
        return own.isEmpty()
                || counterparty == null
                || own.get().equals(offer.account())
                || own.get().equals(counterparty);
    }
}

package org.carbonmarket.settlement.funds.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.settlement.accounts.Accounts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an account holds, and how it came to hold it. */
@Path("/accounts/{account}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Funds")
@RolesAllowed({Roles.PARTICIPANT, Roles.SETTLEMENT_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
class FundsResource {

    private final FundsReader reader;
    private final Accounts accounts;
    private final Caller caller;

    FundsResource(FundsReader reader, Accounts accounts, Caller caller) {
        this.reader = reader;
        this.accounts = accounts;
        this.caller = caller;
    }

    @GET
    @Path("/funds")
    @Operation(summary = "The account's money by bucket, in yuan")
    @APIResponse(
            responseCode = "200",
            description = "The funds",
            content =
                    @Content(
                            schema = @Schema(implementation = FundsView.class),
                            examples = @ExampleObject(name = "answer", ref = "Funds")))
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    public FundsView funds(@PathParam("account") AccountId account) {
        requireVisible(account);
        return FundsView.of(reader.balanceOf(account));
    }

    @GET
    @Path("/postings")
    @Operation(summary = "The account's postings, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of postings",
            content = @Content(examples = @ExampleObject(name = "page", ref = "PostingPage")))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    public Page<PostingView> postings(
            @PathParam("account") AccountId account,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        requireVisible(account);
        return Page.of(
                reader.postingsOf(account, request.afterNumber(), request.limit() + 1),
                request,
                posting -> posting,
                posting -> Long.toString(posting.posting()));
    }

    private void requireVisible(AccountId account) {
        caller.requireAccount(account);
        accounts.requireKnown(account);
    }
}

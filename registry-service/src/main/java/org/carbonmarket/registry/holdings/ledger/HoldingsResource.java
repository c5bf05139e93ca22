package org.carbonmarket.registry.holdings.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.registry.accounts.Accounts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an account holds, and the postings that made it so. */
@Path("/accounts/{account}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holdings")
@RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
class HoldingsResource {

    private final HoldingsReader reader;
    private final Accounts accounts;
    private final Caller caller;

    HoldingsResource(HoldingsReader reader, Accounts accounts, Caller caller) {
        this.reader = reader;
        this.accounts = accounts;
        this.caller = caller;
    }

    @GET
    @Path("/holdings")
    @Operation(summary = "The account's holdings by product and bucket, in tonnes")
    @APIResponse(
            responseCode = "200",
            description = "The holdings",
            content = @Content(examples = @ExampleObject(name = "holdings", ref = "Holdings")))
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    public List<HoldingView> holdings(@PathParam("account") AccountId account) {
        requireVisible(account);
        return reader.holdingsOf(account);
    }

    @GET
    @Path("/postings")
    @Operation(summary = "The account's postings, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of postings",
            content = @Content(examples = @ExampleObject(name = "page", ref = "PostingPage")))
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    @APIResponse(responseCode = "400", ref = "CursorRefused")
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

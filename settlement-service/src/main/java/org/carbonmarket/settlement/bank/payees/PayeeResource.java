package org.carbonmarket.settlement.bank.payees;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** To which bank account a participant is paid. */
@Path("/accounts/{account}/payees")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Withdrawals")
class PayeeResource {

    private final Payees payees;
    private final Accounts accounts;
    private final Caller caller;

    PayeeResource(Payees payees, Accounts accounts, Caller caller) {
        this.payees = payees;
        this.accounts = accounts;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.PARTICIPANT, Roles.SETTLEMENT_OPERATOR})
    @Operation(
            summary = "Propose the bank account to be paid to",
            description =
                    "It is in the participant's own name as the registry knows it, and in effect"
                            + " once an operator, a second person, approved it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ProposePayee.class),
                            examples = @ExampleObject(name = "request", ref = "ProposePayee")))
    @APIResponse(
            responseCode = "201",
            description = "Proposed",
            content =
                    @Content(
                            schema = @Schema(implementation = BoundAccount.class),
                            examples = @ExampleObject(name = "answer", ref = "ProposedPayee")))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    @APIResponse(responseCode = "422", ref = "PayeeRefused")
    public Response propose(
            @PathParam("account") AccountId account, @Nullable ProposePayee request) {
        caller.requireAccount(account);
        BoundAccount proposed = payees.propose(account, body(request).checked(), caller.name());
        return Response.status(Response.Status.CREATED).entity(proposed).build();
    }

    @POST
    @Path("/{payee}/approval")
    @RolesAllowed(Roles.SETTLEMENT_OPERATOR)
    @Operation(summary = "Approve a payee; a second person's act")
    @APIResponse(
            responseCode = "200",
            description = "In effect",
            content =
                    @Content(
                            schema = @Schema(implementation = BoundAccount.class),
                            examples = @ExampleObject(name = "answer", ref = "ApprovedPayee")))
    @APIResponse(responseCode = "403", ref = "SamePerson")
    @APIResponse(responseCode = "404", ref = "PayeeUnknown")
    public BoundAccount approve(
            @PathParam("account") AccountId account, @PathParam("payee") long payee) {
        return payees.approve(account, payee, caller.name());
    }

    @GET
    @RolesAllowed({Roles.PARTICIPANT, Roles.SETTLEMENT_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "The account's payees, newest first; the newest approved is paid to")
    @APIResponse(
            responseCode = "200",
            description = "A page of payees",
            content = @Content(examples = @ExampleObject(name = "page", ref = "PayeePage")))
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    public Page<BoundAccount> list(
            @PathParam("account") AccountId account,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        caller.requireAccount(account);
        accounts.requireKnown(account);
        return Page.of(
                payees.page(account, request.afterNumber(), request.limit() + 1),
                request,
                payee -> payee,
                payee -> Long.toString(payee.payee()));
    }
}

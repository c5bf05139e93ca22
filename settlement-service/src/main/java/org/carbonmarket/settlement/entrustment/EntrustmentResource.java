package org.carbonmarket.settlement.entrustment;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.carbonmarket.edge.idempotency.Idempotency;
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

/** Moving one's own money into trading. */
@Path("/accounts/{account}/entrustments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Entrustments")
class EntrustmentResource {

    private final Entrustments entrustments;
    private final Accounts accounts;
    private final Idempotency idempotency;
    private final Caller caller;

    EntrustmentResource(
            Entrustments entrustments, Accounts accounts, Idempotency idempotency, Caller caller) {
        this.entrustments = entrustments;
        this.accounts = accounts;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Transactional
    @RolesAllowed(Roles.PARTICIPANT)
    @Operation(
            summary = "Move money from available into a market",
            description =
                    "The market's engine credits it once. With an Idempotency-Key a retry within"
                            + " 24 hours gets the first answer; scope: the account.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = EntrustFunds.class),
                            examples = @ExampleObject(name = "request", ref = "EntrustFunds")))
    @APIResponse(
            responseCode = "201",
            description = "Moved",
            content =
                    @Content(
                            schema = @Schema(implementation = Entrustment.class),
                            examples = @ExampleObject(name = "answer", ref = "Entrustment")))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "409", ref = "FundsShort")
    @APIResponse(responseCode = "422", ref = "AmountRefused")
    public Response entrust(
            @PathParam("account") AccountId account,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable EntrustFunds request) {
        caller.requireAccount(account);
        EntrustFunds asked = body(request).checked();
        Entrustment done =
                idempotency.once(
                        account.value(),
                        key,
                        asked,
                        Entrustment.class,
                        () -> entrustments.entrust(account, asked, caller.name()));
        return Response.status(Response.Status.CREATED).entity(done).build();
    }

    @GET
    @RolesAllowed({Roles.PARTICIPANT, Roles.SETTLEMENT_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "The account's entrustments, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of entrustments",
            content = @Content(examples = @ExampleObject(name = "page", ref = "EntrustmentPage")))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    public Page<Entrustment> list(
            @PathParam("account") AccountId account,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        caller.requireAccount(account);
        accounts.requireKnown(account);
        return Page.of(
                entrustments.page(account, request.afterNumber(), request.limit() + 1),
                request,
                done -> done,
                done -> Long.toString(done.posting()));
    }
}

package org.carbonmarket.registry.credits.custody;

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
import org.carbonmarket.registry.accounts.Accounts;
import org.carbonmarket.registry.credits.custody.SerialsReader.HeldSerials;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An account's credits by serial, and their way into trading. */
@Path("/accounts/{account}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Credits")
class CustodyResource {

    private final Poolings poolings;
    private final SerialsReader reader;
    private final Accounts accounts;
    private final Idempotency idempotency;
    private final Caller caller;

    CustodyResource(
            Poolings poolings,
            SerialsReader reader,
            Accounts accounts,
            Idempotency idempotency,
            Caller caller) {
        this.poolings = poolings;
        this.reader = reader;
        this.accounts = accounts;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Path("/poolings")
    @Transactional
    @RolesAllowed(Roles.PARTICIPANT)
    @Operation(
            summary = "Make fungible units of a project's credits, ready to be entrusted",
            description =
                    "The credits that came first go first. The units are of product CCER and in"
                            + " available; serials are assigned again when units are retired, first"
                            + " in first out. With an Idempotency-Key a retry within 24 hours gets"
                            + " the first answer.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PoolCredits.class),
                            examples = @ExampleObject(name = "pool", value = CustodyExamples.POOL)))
    @APIResponse(
            responseCode = "201",
            description = "Pooled",
            content =
                    @Content(
                            schema = @Schema(implementation = Pooling.class),
                            examples =
                                    @ExampleObject(
                                            name = "pooled",
                                            value = CustodyExamples.POOLED)))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "409", ref = "HoldingShort")
    @APIResponse(
            responseCode = "422",
            description = "No credits of a project, or no tonne",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "noSerials",
                                            value = CustodyExamples.NO_SERIALS)))
    public Response pool(
            @PathParam("account") AccountId account,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable PoolCredits request) {
        caller.requireAccount(account);
        PoolCredits asked = body(request).checked();
        Pooling done =
                idempotency.once(
                        account.value(),
                        key,
                        asked,
                        Pooling.class,
                        () -> poolings.pool(account, asked, caller.name()));
        return Response.status(Response.Status.CREATED).entity(done).build();
    }

    @GET
    @Path("/serials")
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "The credits the account holds, by serial")
    @APIResponse(
            responseCode = "200",
            description = "A page of serial ranges",
            content =
                    @Content(
                            examples = @ExampleObject(name = "page", value = CustodyExamples.HELD)))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    public Page<HeldSerials> serials(
            @PathParam("account") AccountId account,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        caller.requireAccount(account);
        accounts.requireKnown(account);
        return Page.of(
                reader.page(account, request.afterNumber(), request.limit() + 1),
                request,
                held -> held,
                held -> Long.toString(held.serials().first()));
    }
}

package org.carbonmarket.registry.determination;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An entity's allocations, for the entity itself. */
@Path("/accounts/{account}/determinations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Determinations")
class EntityResultResource {

    private final Determinations determinations;
    private final Caller caller;

    EntityResultResource(Determinations determinations, Caller caller) {
        this.determinations = determinations;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "What approved determinations found for an account, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "page", ref = "EntityResultPage")))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    public Page<EntityResult> list(
            @PathParam("account") AccountId account,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        caller.requireAccount(account);
        return Page.of(
                determinations.resultsOf(account, request.afterNumber(), request.limit() + 1),
                request,
                result -> result,
                result -> result.determination().substring("DT-".length()));
    }
}

package org.carbonmarket.settlement.bank.references;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where the bank contradicted itself. */
@Path("/bank/discrepancies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bank")
class DiscrepancyResource {

    private final Discrepancies discrepancies;
    private final Caller caller;

    DiscrepancyResource(Discrepancies discrepancies, Caller caller) {
        this.discrepancies = discrepancies;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.SETTLEMENT_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(
            summary = "Where the bank contradicted itself, newest first",
            description = "The parameter state takes 'open' or 'resolved'; without it, all.")
    @APIResponse(
            responseCode = "200",
            description = "A page of discrepancies",
            content = @Content(examples = @ExampleObject(name = "page", ref = "DiscrepancyPage")))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    public Page<Discrepancy> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        return Page.of(
                discrepancies.page(state, request.afterNumber(), request.limit() + 1),
                request,
                found -> found,
                found -> Long.toString(found.number()));
    }

    @POST
    @Path("/{number}/resolution")
    @RolesAllowed(Roles.SETTLEMENT_OPERATOR)
    @Operation(
            summary = "Record what came of a discrepancy",
            description = "It moves no money. The first resolution stands.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ResolveDiscrepancy.class),
                            examples =
                                    @ExampleObject(name = "request", ref = "ResolveDiscrepancy")))
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = Discrepancy.class),
                            examples =
                                    @ExampleObject(name = "answer", ref = "ResolvedDiscrepancy")))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "404", ref = "DiscrepancyUnknown")
    public Discrepancy resolve(
            @PathParam("number") long number, @Nullable ResolveDiscrepancy request) {
        return discrepancies.resolve(number, body(request).checked().resolution(), caller.name());
    }
}

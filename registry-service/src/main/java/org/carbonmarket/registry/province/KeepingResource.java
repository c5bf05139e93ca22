package org.carbonmarket.registry.province;

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
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What provincial accounts keep for entities, and its release by two persons. */
@Path("/keepings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Provincial accounts")
class KeepingResource {

    private final Keepings keepings;
    private final Caller caller;

    KeepingResource(Keepings keepings, Caller caller) {
        this.keepings = keepings;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "What is kept, oldest first, narrowed by state")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "page", ref = "KeepingPage")))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    public Page<Keeping> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        return Page.of(
                keepings.page(stateOf(state), request.afterNumber(), request.limit() + 1),
                request,
                keeping -> keeping,
                keeping -> Long.toString(keeping.posting()));
    }

    @POST
    @Path("/{keeping}/release")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "Propose to release what is kept; repeated, changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "Proposed",
            content =
                    @Content(
                            schema = @Schema(implementation = Keeping.class),
                            examples = @ExampleObject(name = "proposed", ref = "Keeping")))
    @APIResponse(responseCode = "404", ref = "KeepingUnknown")
    public Keeping propose(@PathParam("keeping") String keeping) {
        return keepings.propose(keeping, caller.name());
    }

    @POST
    @Path("/{keeping}/release/approval")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(
            summary =
                    "Release, by a second person: what is owed is surrendered, the rest goes to the"
                            + " entity")
    @APIResponse(
            responseCode = "200",
            description = "Released",
            content =
                    @Content(
                            schema = @Schema(implementation = Keeping.class),
                            examples = @ExampleObject(name = "released", ref = "Keeping")))
    @APIResponse(responseCode = "403", ref = "SamePerson")
    @APIResponse(responseCode = "404", ref = "KeepingUnknown")
    @APIResponse(responseCode = "409", ref = "ReleaseRefused")
    public Keeping approve(@PathParam("keeping") String keeping) {
        return keepings.approve(keeping, caller.name());
    }

    private static Keeping.@Nullable State stateOf(@Nullable String asked) {
        try {
            return asked == null ? null : Keeping.State.valueOf(asked);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(
                    400, "PARAMETER_MALFORMED", "state", "A state is KEPT, PROPOSED or RELEASED.");
        }
    }
}

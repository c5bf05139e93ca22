package org.carbonmarket.registry.freezes;

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
import jakarta.ws.rs.core.UriBuilder;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.carbonmarket.events.quantity.AccountId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Freezing and unfreezing, each by two registry operators. */
@Path("/freezes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Freezes")
@RolesAllowed(Roles.REGISTRY_OPERATOR)
class FreezeResource {

    private final Freezes freezes;
    private final FreezeTable table;
    private final Caller caller;

    FreezeResource(Freezes freezes, FreezeTable table, Caller caller) {
        this.freezes = freezes;
        this.table = table;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Propose a freeze ordered by a court or the regulator")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ProposeFreeze.class),
                            examples =
                                    @ExampleObject(name = "order", value = FreezeExamples.PROPOSE)))
    @APIResponse(
            responseCode = "201",
            description = "Waits two days for a second person",
            content =
                    @Content(
                            schema = @Schema(implementation = Freeze.class),
                            examples =
                                    @ExampleObject(
                                            name = "proposed",
                                            value = FreezeExamples.PROPOSED)))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    @APIResponse(responseCode = "422", ref = "FieldRefused")
    public Response propose(@Nullable ProposeFreeze asked) {
        Freeze proposed = freezes.propose(body(asked).checked(), caller.name());
        return Response.created(UriBuilder.fromPath("{freeze}").build(proposed.freeze()))
                .entity(proposed)
                .build();
    }

    @POST
    @Path("/{freeze}/approval")
    @Operation(
            summary = "Put a freeze in force, by a second person; repeated, changes nothing",
            description =
                    "What is available is frozen at once. The rest is called back from trading and"
                            + " frozen as the market lets go of it.")
    @APIResponse(
            responseCode = "200",
            description = "In force",
            content =
                    @Content(
                            schema = @Schema(implementation = Freeze.class),
                            examples =
                                    @ExampleObject(
                                            name = "inForce",
                                            value = FreezeExamples.IN_FORCE)))
    @APIResponse(responseCode = "403", ref = "SamePerson")
    @APIResponse(
            responseCode = "404",
            description = "No such freeze",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = FreezeExamples.UNKNOWN)))
    @APIResponse(
            responseCode = "409",
            description = "The proposal is too old",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "expired",
                                            value = FreezeExamples.EXPIRED)))
    public Freeze approve(@PathParam("freeze") String freeze) {
        return freezes.approve(freeze, caller.name());
    }

    @POST
    @Path("/{freeze}/lifting")
    @Operation(summary = "Propose that a freeze ends")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = LiftFreeze.class),
                            examples = @ExampleObject(name = "order", value = FreezeExamples.LIFT)))
    @APIResponse(
            responseCode = "200",
            description = "Waits for a second person",
            content =
                    @Content(
                            schema = @Schema(implementation = Freeze.class),
                            examples =
                                    @ExampleObject(
                                            name = "inForce",
                                            value = FreezeExamples.IN_FORCE)))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(
            responseCode = "409",
            description = "The freeze is not in force",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(name = "state", value = FreezeExamples.STATE)))
    @APIResponse(responseCode = "422", ref = "FieldRefused")
    public Freeze proposeLift(@PathParam("freeze") String freeze, @Nullable LiftFreeze asked) {
        return freezes.proposeLift(freeze, body(asked), caller.name());
    }

    @POST
    @Path("/{freeze}/lifting/approval")
    @Operation(summary = "End a freeze, by a second person; repeated, changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "What was frozen is available again",
            content =
                    @Content(
                            schema = @Schema(implementation = Freeze.class),
                            examples =
                                    @ExampleObject(
                                            name = "inForce",
                                            value = FreezeExamples.IN_FORCE)))
    @APIResponse(responseCode = "403", ref = "SamePerson")
    @APIResponse(
            responseCode = "409",
            description = "Nobody proposed that it ends",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(name = "state", value = FreezeExamples.STATE)))
    public Freeze lift(@PathParam("freeze") String freeze) {
        return freezes.lift(freeze, caller.name());
    }

    @GET
    @Path("/{freeze}")
    @RolesAllowed({Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "One freeze")
    @APIResponse(
            responseCode = "200",
            description = "The freeze",
            content =
                    @Content(
                            schema = @Schema(implementation = Freeze.class),
                            examples =
                                    @ExampleObject(
                                            name = "inForce",
                                            value = FreezeExamples.IN_FORCE)))
    @APIResponse(
            responseCode = "404",
            description = "No such freeze",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = FreezeExamples.UNKNOWN)))
    public Freeze show(@PathParam("freeze") String freeze) {
        return freezes.find(freeze);
    }

    @GET
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "Freezes, newest first; a participant's own")
    @APIResponse(
            responseCode = "200",
            description = "A page of freezes",
            content =
                    @Content(examples = @ExampleObject(name = "page", value = FreezeExamples.PAGE)))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    public Page<Freeze> list(
            @QueryParam("account") @Nullable AccountId account,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        AccountId asked = account == null ? caller.account().orElse(null) : account;
        if (asked != null) {
            caller.requireAccount(asked);
        }
        return Page.of(
                table.page(asked, request.afterNumber(), request.limit() + 1),
                request,
                freeze -> freeze,
                freeze -> Long.toString(freeze.number()));
    }
}

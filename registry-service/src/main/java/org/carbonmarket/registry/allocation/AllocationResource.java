package org.carbonmarket.registry.allocation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Filing, approving and showing allocations. */
@Path("/allocations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Allocations")
class AllocationResource {

    private final Allocations allocations;
    private final Caller caller;

    AllocationResource(Allocations allocations, Caller caller) {
        this.allocations = allocations;
        this.caller = caller;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(
            summary = "File an allocation: a CSV of units in UTF-8, checked whole",
            description =
                    "Columns unit, account, product, tonnes, document; a header line; at most"
                            + " 20,000 units. Any bad line refuses the file, and every bad line is"
                            + " reported.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "units", ref = "UnitFile")))
    @APIResponse(
            responseCode = "201",
            description = "Waits for approval",
            content =
                    @Content(
                            schema = @Schema(implementation = Allocation.class),
                            examples = @ExampleObject(name = "preview", ref = "Preview")))
    @APIResponse(responseCode = "422", ref = "LinesRefused")
    public Response preview(byte[] file) {
        Allocation preview = allocations.preview(file, caller.name());
        return Response.created(UriBuilder.fromPath("{number}").build(preview.allocation()))
                .entity(preview)
                .build();
    }

    @POST
    @Path("/{allocation}/approval")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "Approve and post, by a second person; repeated, changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "Posted",
            content =
                    @Content(
                            schema = @Schema(implementation = Allocation.class),
                            examples = @ExampleObject(name = "posted", ref = "PostedAllocation")))
    @APIResponse(responseCode = "403", ref = "SamePerson")
    @APIResponse(responseCode = "404", ref = "AllocationUnknown")
    @APIResponse(responseCode = "409", ref = "AllocationStale")
    @APIResponse(responseCode = "422", ref = "LinesRefused")
    public Allocation approve(@PathParam("allocation") String allocation) {
        return allocations.approve(allocation, caller.name());
    }

    @GET
    @Path("/{allocation}")
    @RolesAllowed({Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "One allocation")
    @APIResponse(
            responseCode = "200",
            description = "The allocation",
            content =
                    @Content(
                            schema = @Schema(implementation = Allocation.class),
                            examples = @ExampleObject(name = "posted", ref = "PostedAllocation")))
    @APIResponse(responseCode = "404", ref = "AllocationUnknown")
    public Allocation show(@PathParam("allocation") String allocation) {
        return allocations.find(allocation);
    }
}

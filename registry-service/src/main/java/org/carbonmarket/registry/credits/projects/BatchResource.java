package org.carbonmarket.registry.credits.projects;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Proposing, issuing and looking up batches of credits. */
@Path("/projects/{project}/batches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Credits")
class BatchResource {

    private final Batches batches;
    private final BatchTable table;
    private final Projects projects;
    private final Caller caller;

    BatchResource(Batches batches, BatchTable table, Projects projects, Caller caller) {
        this.batches = batches;
        this.table = table;
        this.projects = projects;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "Propose a batch: the verified reductions of one monitoring period")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ProposeBatch.class),
                            examples =
                                    @ExampleObject(name = "batch", value = CreditExamples.PROPOSE)))
    @APIResponse(
            responseCode = "201",
            description = "Waits for approval",
            content =
                    @Content(
                            schema = @Schema(implementation = Batch.class),
                            examples =
                                    @ExampleObject(
                                            name = "proposed",
                                            value = CreditExamples.PROPOSED)))
    @APIResponse(
            responseCode = "404",
            description = "No such project",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = CreditExamples.PROJECT_UNKNOWN)))
    @APIResponse(
            responseCode = "409",
            description = "Days of the period have a batch already",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "credited",
                                            value = CreditExamples.PERIOD_CREDITED)))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(
            responseCode = "422",
            description = "A field is out of range",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "outside",
                                            value = CreditExamples.OUTSIDE_CREDITING_PERIOD)))
    public Response propose(@PathParam("project") String project, @Nullable ProposeBatch asked) {
        Batch batch = batches.propose(project, body(asked), caller.name());
        return Response.created(UriBuilder.fromPath("{batch}").build(batch.batch()))
                .entity(batch)
                .build();
    }

    @POST
    @Path("/{batch}/approval")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(
            summary = "Issue the batch's credits, by a second person; repeated, changes nothing",
            description = "Serials follow those of the credits issued before, without a gap.")
    @APIResponse(
            responseCode = "200",
            description = "Issued to the project's owner",
            content =
                    @Content(
                            schema = @Schema(implementation = Batch.class),
                            examples =
                                    @ExampleObject(name = "issued", value = CreditExamples.ISSUED)))
    @APIResponse(responseCode = "403", ref = "SamePerson")
    @APIResponse(
            responseCode = "404",
            description = "No such project or batch",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = CreditExamples.PROJECT_UNKNOWN)))
    public Batch approve(@PathParam("project") String project, @PathParam("batch") String batch) {
        return batches.approve(project, batch, caller.name());
    }

    @GET
    @PermitAll
    @Operation(summary = "A project's batches, oldest first; public")
    @APIResponse(
            responseCode = "200",
            description = "A page of batches",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "page", value = CreditExamples.BATCHES)))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    public Page<Batch> list(
            @PathParam("project") String project,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        projects.find(project);
        return Page.of(
                table.page(project, request.afterNumber(), request.limit() + 1),
                request,
                batch -> batch,
                batch -> Long.toString(batch.number()));
    }

    @GET
    @Path("/{batch}")
    @PermitAll
    @Operation(summary = "One batch; public")
    @APIResponse(
            responseCode = "200",
            description = "The batch",
            content =
                    @Content(
                            schema = @Schema(implementation = Batch.class),
                            examples =
                                    @ExampleObject(name = "issued", value = CreditExamples.ISSUED)))
    @APIResponse(
            responseCode = "404",
            description = "No such project or batch",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = CreditExamples.PROJECT_UNKNOWN)))
    public Batch show(@PathParam("project") String project, @PathParam("batch") String batch) {
        return batches.find(project, batch);
    }
}

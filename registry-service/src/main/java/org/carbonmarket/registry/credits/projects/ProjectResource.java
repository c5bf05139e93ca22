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

/** Recording projects and looking them up. */
@Path("/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Credits")
class ProjectResource {

    private final Projects projects;
    private final Caller caller;

    ProjectResource(Projects projects, Caller caller) {
        this.projects = projects;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "Record a registered project")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RegisterProject.class),
                            examples =
                                    @ExampleObject(
                                            name = "forest",
                                            value = CreditExamples.REGISTER)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = Project.class),
                            examples =
                                    @ExampleObject(
                                            name = "forest",
                                            value = CreditExamples.PROJECT)))
    @APIResponse(
            responseCode = "409",
            description = "The code is taken, or the owner's account is not active",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "taken",
                                            value = CreditExamples.PROJECT_EXISTS)))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    @APIResponse(responseCode = "422", ref = "FieldRefused")
    public Response register(@Nullable RegisterProject asked) {
        Project project = projects.register(body(asked), caller.name());
        return Response.created(UriBuilder.fromPath("{project}").build(project.project()))
                .entity(project)
                .build();
    }

    @GET
    @PermitAll
    @Operation(summary = "All projects by code; public")
    @APIResponse(
            responseCode = "200",
            description = "A page of projects",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "page", value = CreditExamples.PROJECTS)))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    public Page<Project> list(
            @QueryParam("methodology") @Nullable String methodology,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        return Page.of(
                projects.page(methodology, request.after(), request.limit() + 1),
                request,
                project -> project,
                Project::project);
    }

    @GET
    @Path("/{project}")
    @PermitAll
    @Operation(summary = "One project; public")
    @APIResponse(
            responseCode = "200",
            description = "The project",
            content =
                    @Content(
                            schema = @Schema(implementation = Project.class),
                            examples =
                                    @ExampleObject(
                                            name = "forest",
                                            value = CreditExamples.PROJECT)))
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
    public Project show(@PathParam("project") String project) {
        return projects.find(project);
    }
}

package org.carbonmarket.registry.credits.retirement;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.carbonmarket.events.quantity.AccountId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everybody may read what was retired. */
@Path("/retirements")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Credits")
class RetirementResource {

    private final RetirementTable table;

    RetirementResource(RetirementTable table) {
        this.table = table;
    }

    @GET
    @Operation(summary = "Retirements, newest first; public")
    @APIResponse(
            responseCode = "200",
            description = "A page of retirements",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "page", value = RetirementExamples.PAGE)))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    public Page<Retirement> list(
            @QueryParam("account") @Nullable AccountId account,
            @QueryParam("purpose") @Nullable Purpose purpose,
            @QueryParam("project") @Nullable String project,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        return Page.of(
                table.page(
                        new RetirementTable.Filter(account, purpose, project, from, to),
                        request.afterNumber(),
                        request.limit() + 1),
                request,
                retirement -> retirement,
                retirement -> Long.toString(retirement.act()));
    }

    @GET
    @Path("/{retirement}")
    @Operation(summary = "One retirement; public")
    @APIResponse(
            responseCode = "200",
            description = "The retirement",
            content =
                    @Content(
                            schema = @Schema(implementation = Retirement.class),
                            examples =
                                    @ExampleObject(
                                            name = "retired",
                                            value = RetirementExamples.RETIRED)))
    @APIResponse(
            responseCode = "404",
            description = "No such retirement",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = RetirementExamples.UNKNOWN)))
    public Retirement show(@PathParam("retirement") String retirement) {
        return table.find(retirement)
                .orElseThrow(() ->
                        Refusal.notFound(
                                "RETIREMENT_UNKNOWN",
                                "There is no retirement " + retirement + "."));
    }
}

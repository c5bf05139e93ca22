package org.carbonmarket.registry.emissions;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.edge.request.Fields;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The reports of a year: the work list of verifiers and authorities. */
@Path("/emissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Emissions")
class EmissionsResource {

    private final Reports reports;

    EmissionsResource(Reports reports) {
        this.reports = reports;
    }

    @GET
    @RolesAllowed({Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.VERIFIER, Roles.AUDITOR})
    @Operation(summary = "The newest version of each entity's report of a year, by account")
    @APIResponse(
            responseCode = "200",
            description = "A page of reports",
            content = @Content(examples = @ExampleObject(name = "page", ref = "ReportPage")))
    @APIResponse(responseCode = "400", ref = "ParameterMissing")
    public Page<ReportVersion.Line> list(
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        return Page.of(
                reports.page(
                        Fields.parameter("year", year),
                        stateOf(state),
                        request.after(),
                        request.limit() + 1),
                request,
                line -> line,
                line -> line.account().value());
    }

    private static @Nullable ReportState stateOf(@Nullable String asked) {
        try {
            return asked == null ? null : ReportState.valueOf(asked);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(
                    400,
                    "PARAMETER_MALFORMED",
                    "state",
                    "A state is SUBMITTED, VERIFIED, RETURNED or APPROVED.");
        }
    }
}

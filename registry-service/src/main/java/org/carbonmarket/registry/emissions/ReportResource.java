package org.carbonmarket.registry.emissions;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.events.quantity.AccountId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An entity's reports of a year: submitting, verifying, approving, and every version. */
@Path("/accounts/{account}/emissions/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Emissions")
class ReportResource {

    private final Reports reports;
    private final Caller caller;

    ReportResource(Reports reports, Caller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.PARTICIPANT)
    @Operation(
            summary = "Submit the report of a year as its next version",
            description =
                    "Each unit by month, with the parameters its emissions were computed from. A"
                            + " unit's year is rounded half up to whole tonnes.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = EmissionsReport.class),
                            examples = @ExampleObject(name = "report", ref = "EmissionsReport")))
    @APIResponse(
            responseCode = "201",
            description = "Waits for the verifier",
            content =
                    @Content(
                            schema = @Schema(implementation = ReportVersion.class),
                            examples = @ExampleObject(name = "submitted", ref = "ReportVersion")))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    @APIResponse(responseCode = "409", ref = "ReportUnderReview")
    @APIResponse(responseCode = "422", ref = "YearNotOver")
    public Response submit(
            @PathParam("account") AccountId account,
            @PathParam("year") int year,
            @Nullable EmissionsReport report) {
        caller.requireAccount(account);
        ReportVersion submitted = reports.submit(account, year, body(report), caller.name());
        return Response.status(Response.Status.CREATED).entity(submitted).build();
    }

    @GET
    @RolesAllowed({
        Roles.PARTICIPANT,
        Roles.REGISTRY_OPERATOR,
        Roles.REGULATOR,
        Roles.VERIFIER,
        Roles.AUDITOR
    })
    @Operation(summary = "Every version of the year's report, newest first")
    @APIResponse(
            responseCode = "200",
            description = "The versions",
            content =
                    @Content(examples = @ExampleObject(name = "versions", ref = "ReportVersions")))
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "ReportUnknown")
    public List<ReportVersion> versions(
            @PathParam("account") AccountId account, @PathParam("year") int year) {
        caller.requireAccount(account);
        return reports.versions(account, year);
    }

    @POST
    @Path("/versions/{version}/verification")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(summary = "Confirm a submitted version or return it; repeated, changes nothing")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Verdict.class),
                            examples = @ExampleObject(name = "confirmed", ref = "Verdict")))
    @APIResponse(
            responseCode = "200",
            description = "Verified or returned",
            content =
                    @Content(
                            schema = @Schema(implementation = ReportVersion.class),
                            examples = @ExampleObject(name = "verified", ref = "ReportVersion")))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "403", ref = "SamePerson")
    @APIResponse(responseCode = "404", ref = "ReportUnknown")
    @APIResponse(responseCode = "409", ref = "ReportStateRefused")
    public ReportVersion verify(
            @PathParam("account") AccountId account,
            @PathParam("year") int year,
            @PathParam("version") int version,
            @Nullable Verdict verdict) {
        return reports.verify(account, year, version, body(verdict).checked(), caller.name());
    }

    @POST
    @Path("/versions/{version}/approval")
    @RolesAllowed(Roles.REGULATOR)
    @Operation(
            summary =
                    "Approve a verified version or return it, by the provincial authority;"
                            + " repeated, changes nothing")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Verdict.class),
                            examples = @ExampleObject(name = "confirmed", ref = "Verdict")))
    @APIResponse(
            responseCode = "200",
            description = "Approved or returned",
            content =
                    @Content(
                            schema = @Schema(implementation = ReportVersion.class),
                            examples = @ExampleObject(name = "approved", ref = "ReportVersion")))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "403", ref = "SamePerson")
    @APIResponse(responseCode = "404", ref = "ReportUnknown")
    @APIResponse(responseCode = "409", ref = "ReportStateRefused")
    public ReportVersion approve(
            @PathParam("account") AccountId account,
            @PathParam("year") int year,
            @PathParam("version") int version,
            @Nullable Verdict verdict) {
        return reports.decide(account, year, version, body(verdict).checked(), caller.name());
    }
}

package org.carbonmarket.registry.rulesets.book;

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
import java.time.LocalDate;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.carbonmarket.registry.rulesets.RuleSetVersion;
import org.carbonmarket.registry.rulesets.RuleSetVersion.State;
import org.carbonmarket.registry.rulesets.book.RuleSetTable.Wanted;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reading the plans' rules, and changing them by proposal and approval. */
@Path("/rule-sets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule sets")
class RuleSetResource {

    private final RuleSets ruleSets;
    private final BusinessClock clock;
    private final Caller caller;

    RuleSetResource(RuleSets ruleSets, BusinessClock clock, Caller caller) {
        this.ruleSets = ruleSets;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "The rule sets in force on a day, today when none is given; public",
            description = "Narrowed by sector, and by the year of emissions they govern.")
    @APIResponse(
            responseCode = "200",
            description = "A page by name",
            content = @Content(examples = @ExampleObject(name = "page", ref = "RuleSetPage")))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    public Page<RuleSetVersion> list(
            @QueryParam("sector") @Nullable String sector,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        return Page.of(
                ruleSets.page(
                        new Wanted(null, sector, year),
                        dayOf(on),
                        request.after(),
                        request.limit() + 1),
                request,
                version -> version,
                version -> version.rules().ruleSet());
    }

    @GET
    @Path("/{ruleSet}")
    @PermitAll
    @Operation(summary = "The version of a rule set in force on a day; public")
    @APIResponse(
            responseCode = "200",
            description = "The version in force",
            content = @Content(examples = @ExampleObject(name = "power", ref = "RuleSet")))
    @APIResponse(responseCode = "404", ref = "RuleSetUnknown")
    public RuleSetVersion show(
            @PathParam("ruleSet") String ruleSet, @QueryParam("on") @Nullable LocalDate on) {
        LocalDate day = dayOf(on);
        return ruleSets.inForce(ruleSet, day)
                .orElseThrow(() ->
                        Refusal.notFound(
                                "RULE_SET_NOT_IN_FORCE",
                                "No rule set %s is in force on %s.".formatted(ruleSet, day)));
    }

    @GET
    @Path("/{ruleSet}/versions")
    @PermitAll
    @Operation(summary = "Every version of a rule set, newest first, proposals included; public")
    @APIResponse(
            responseCode = "200",
            description = "A page of versions",
            content = @Content(examples = @ExampleObject(name = "page", ref = "RuleSetPage")))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    @APIResponse(responseCode = "404", ref = "RuleSetUnknown")
    public Page<RuleSetVersion> versions(
            @PathParam("ruleSet") String ruleSet,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        return Page.of(
                ruleSets.versions(ruleSet, request.afterNumber(), request.limit() + 1),
                request,
                version -> version,
                version -> Integer.toString(version.version()));
    }

    @POST
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "Propose a version of a rule set; it rules nothing until approved")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ProposeRuleSet.class),
                            examples = @ExampleObject(name = "cement", ref = "ProposeRuleSet")))
    @APIResponse(
            responseCode = "201",
            description = "Proposed",
            content = @Content(examples = @ExampleObject(name = "proposed", ref = "RuleSet")))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "422", ref = "FieldRefused")
    public Response propose(@Nullable ProposeRuleSet asked) {
        ProposeRuleSet proposal = body(asked).checked();
        RuleSetVersion proposed =
                ruleSets.propose(
                        proposal.rules(), proposal.validFrom(), proposal.validTo(), caller.name());
        return Response.created(
                        UriBuilder.fromPath("{name}/versions").build(proposed.rules().ruleSet()))
                .entity(proposed)
                .build();
    }

    @POST
    @Path("/{ruleSet}/versions/{version}/approval")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "Approve a proposal, by a second person; repeated, changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "Approved",
            content = @Content(examples = @ExampleObject(name = "approved", ref = "RuleSet")))
    @APIResponse(responseCode = "403", ref = "SamePerson")
    @APIResponse(responseCode = "404", ref = "RuleSetUnknown")
    @APIResponse(responseCode = "409", ref = "RuleSetDecided")
    public RuleSetVersion approve(
            @PathParam("ruleSet") String ruleSet, @PathParam("version") int version) {
        return ruleSets.decide(ruleSet, version, State.APPROVED, null, caller.name());
    }

    @POST
    @Path("/{ruleSet}/versions/{version}/rejection")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "Reject a proposal, by a second person, saying why")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RejectRuleSet.class),
                            examples = @ExampleObject(name = "remark", ref = "Remark")))
    @APIResponse(
            responseCode = "200",
            description = "Rejected",
            content = @Content(examples = @ExampleObject(name = "rejected", ref = "RuleSet")))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "403", ref = "SamePerson")
    @APIResponse(responseCode = "404", ref = "RuleSetUnknown")
    @APIResponse(responseCode = "409", ref = "RuleSetDecided")
    public RuleSetVersion reject(
            @PathParam("ruleSet") String ruleSet,
            @PathParam("version") int version,
            @Nullable RejectRuleSet rejection) {
        String remark = body(rejection).checkedRemark();
        return ruleSets.decide(ruleSet, version, State.REJECTED, remark, caller.name());
    }

    private LocalDate dayOf(@Nullable LocalDate asked) {
        return asked == null ? clock.today() : asked;
    }
}

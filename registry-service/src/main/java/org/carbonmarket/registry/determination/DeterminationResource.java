package org.carbonmarket.registry.determination;

import static org.carbonmarket.edge.request.Fields.parameter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.edge.request.Fields;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.carbonmarket.events.quantity.AccountId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Filing, approving and posting determinations, and what they found. */
@Path("/determinations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Determinations")
class DeterminationResource {

    private static final int LONGEST_DOCUMENT = 120;

    private final Determinations determinations;
    private final PostingRun run;
    private final Caller caller;

    DeterminationResource(Determinations determinations, PostingRun run, Caller caller) {
        this.determinations = determinations;
        this.run = run;
        this.caller = caller;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(
            summary = "File a determination: a CSV of units with their figures, computed whole",
            description =
                    "Columns unit, account, unitClass, then those the rule set's formula asks for:"
                            + " electricity, heat, cooling, heatRatio, loadFactor, emissions for"
                            + " power; output, emissions by intensity. In advance: emissions of the"
                            + " year before, or the columns without emissions where the plan takes"
                            + " an earlier output. At most 20,000 units. Any bad line refuses the"
                            + " file, and every bad line is reported.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "units", ref = "PlanFile")))
    @APIResponse(
            responseCode = "201",
            description = "Waits for approval",
            content =
                    @Content(
                            schema = @Schema(implementation = Determination.class),
                            examples =
                                    @ExampleObject(
                                            name = "preview",
                                            ref = "PreviewedDetermination")))
    @APIResponse(responseCode = "400", ref = "ParameterMissing")
    @APIResponse(responseCode = "422", ref = "UnitsRefused")
    public Response file(
            @QueryParam("ruleSet") @Parameter(example = "POWER-2024") @Nullable String ruleSet,
            @QueryParam("year") @Parameter(example = "2024") @Nullable Integer year,
            @QueryParam("stage") @Parameter(example = "FINAL") @Nullable String stage,
            @QueryParam("document") @Parameter(example = "MEE 2024/1") @Nullable String document,
            byte[] file) {
        Determinations.Asked asked =
                new Determinations.Asked(
                        parameter("ruleSet", ruleSet),
                        parameter("year", year),
                        stageOf(parameter("stage", stage)),
                        Fields.text("document", parameter("document", document), LONGEST_DOCUMENT));
        Determination filed = determinations.file(asked, file, caller.name());
        return Response.created(UriBuilder.fromPath("{number}").build(filed.determination()))
                .entity(filed)
                .build();
    }

    @POST
    @Path("/{determination}/approval")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(
            summary =
                    "Approve by a second person, and post; repeated, it goes on where it was and"
                            + " posts nothing twice",
            description =
                    "Posts in batches. While it runs, the determination shows its progress; a run"
                            + " that broke off is gone on with by the same request.")
    @APIResponse(
            responseCode = "200",
            description = "Posted",
            content =
                    @Content(
                            schema = @Schema(implementation = Determination.class),
                            examples =
                                    @ExampleObject(name = "posted", ref = "PostedDetermination")))
    @APIResponse(responseCode = "403", ref = "SamePerson")
    @APIResponse(responseCode = "404", ref = "DeterminationUnknown")
    @APIResponse(responseCode = "409", ref = "DeterminationOvertaken")
    @APIResponse(responseCode = "422", ref = "UnitsRefused")
    public Determination approve(@PathParam("determination") String determination) {
        determinations.approve(determination, caller.name());
        run.complete(determination);
        return determinations.find(determination);
    }

    @GET
    @RolesAllowed({Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "Determinations, newest first, narrowed by year")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(examples = @ExampleObject(name = "page", ref = "DeterminationPage")))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    public Page<Determination> list(
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        return Page.of(
                determinations.page(year, request.afterNumber(), request.limit() + 1),
                request,
                found -> found,
                found -> found.determination().substring("DT-".length()));
    }

    @GET
    @Path("/{determination}")
    @RolesAllowed({Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "One determination, with the progress of its posting")
    @APIResponse(
            responseCode = "200",
            description = "The determination",
            content =
                    @Content(
                            schema = @Schema(implementation = Determination.class),
                            examples =
                                    @ExampleObject(name = "posted", ref = "PostedDetermination")))
    @APIResponse(responseCode = "404", ref = "DeterminationUnknown")
    public Determination show(@PathParam("determination") String determination) {
        return determinations.find(determination);
    }

    @GET
    @Path("/{determination}/units")
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(
            summary = "What each unit is due, with the calculation; narrowed by account",
            description = "A participant sees its own units.")
    @APIResponse(
            responseCode = "200",
            description = "A page by line",
            content =
                    @Content(examples = @ExampleObject(name = "page", ref = "DeterminedUnitPage")))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "DeterminationUnknown")
    public Page<DeterminedUnit> units(
            @PathParam("determination") String determination,
            @QueryParam("account") @Nullable AccountId account,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        AccountId wanted = account == null ? caller.account().orElse(null) : account;
        if (wanted != null) {
            caller.requireAccount(wanted);
        }
        return Page.of(
                determinations.units(
                        determination, wanted, request.afterNumber(), request.limit() + 1),
                request,
                unit -> unit,
                unit -> Long.toString(unit.line()));
    }

    @GET
    @Path("/{determination}/entities")
    @RolesAllowed({Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "What each entity is due and what was posted; narrowed by state")
    @APIResponse(
            responseCode = "200",
            description = "A page by account",
            content =
                    @Content(
                            examples = @ExampleObject(name = "page", ref = "DeterminedEntityPage")))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    @APIResponse(responseCode = "404", ref = "DeterminationUnknown")
    public Page<DeterminedEntity> entities(
            @PathParam("determination") String determination,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        return Page.of(
                determinations.entities(
                        determination, stateOf(state), request.after(), request.limit() + 1),
                request,
                entity -> entity,
                entity -> entity.account().value());
    }

    private static Stage stageOf(String asked) {
        try {
            return Stage.valueOf(asked);
        } catch (IllegalArgumentException unknown) {
            throw malformed("stage", "A stage is PRE_ALLOCATION or FINAL.");
        }
    }

    private static DeterminedEntity.@Nullable State stateOf(@Nullable String asked) {
        try {
            return asked == null ? null : DeterminedEntity.State.valueOf(asked);
        } catch (IllegalArgumentException unknown) {
            throw malformed("state", "A state is WAITING, POSTED or REFUSED.");
        }
    }

    private static Refusal malformed(String parameter, String detail) {
        return new Refusal(400, "PARAMETER_MALFORMED", parameter, detail);
    }
}

package org.carbonmarket.registry.compliance.carryover;

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

/** Deciding on applications to carry over, and lapsing what is left. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Compliance")
class CarryOverDecisionResource {

    private final CarryOvers carryOvers;
    private final CarryOverTable table;
    private final Lapses lapses;
    private final Caller caller;

    CarryOverDecisionResource(
            CarryOvers carryOvers, CarryOverTable table, Lapses lapses, Caller caller) {
        this.carryOvers = carryOvers;
        this.table = table;
        this.lapses = lapses;
        this.caller = caller;
    }

    @GET
    @Path("/carry-overs")
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "Applications to carry over, newest first; a participant's own")
    @APIResponse(
            responseCode = "200",
            description = "A page of applications",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "page", value = CarryOverExamples.PAGE)))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    public Page<CarryOverApplication> list(
            @QueryParam("account") @Nullable AccountId account,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        AccountId asked = account == null ? caller.account().orElse(null) : account;
        if (asked != null) {
            caller.requireAccount(asked);
        }
        return Page.of(
                table.page(asked, year, request.afterNumber(), request.limit() + 1),
                request,
                each -> each,
                each -> Long.toString(each.number()));
    }

    @POST
    @Path("/carry-overs/{carryOver}/approval")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "Carry over what was applied for; repeated, changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "Carried over, tonne for tonne",
            content =
                    @Content(
                            schema = @Schema(implementation = CarryOverApplication.class),
                            examples =
                                    @ExampleObject(
                                            name = "carried",
                                            value = CarryOverExamples.CARRIED)))
    @APIResponse(
            responseCode = "404",
            description = "No such application",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = CarryOverExamples.UNKNOWN)))
    public CarryOverApplication approve(@PathParam("carryOver") String carryOver) {
        return carryOvers.decide(carryOver, CarryOverApplication.State.CARRIED, caller.name());
    }

    @POST
    @Path("/carry-overs/{carryOver}/refusal")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "Refuse an application; what was locked is available again")
    @APIResponse(
            responseCode = "200",
            description = "Refused",
            content =
                    @Content(
                            schema = @Schema(implementation = CarryOverApplication.class),
                            examples =
                                    @ExampleObject(
                                            name = "decided",
                                            value = CarryOverExamples.CARRIED)))
    @APIResponse(
            responseCode = "404",
            description = "No such application",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = CarryOverExamples.UNKNOWN)))
    public CarryOverApplication refuse(@PathParam("carryOver") String carryOver) {
        return carryOvers.decide(carryOver, CarryOverApplication.State.REFUSED, caller.name());
    }

    @POST
    @Path("/lapses")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "Propose that what is not carried over into a year lapses")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ProposeLapse.class),
                            examples =
                                    @ExampleObject(
                                            name = "year",
                                            value = CarryOverExamples.PROPOSE_LAPSE)))
    @APIResponse(
            responseCode = "201",
            description = "Waits for a second person",
            content =
                    @Content(
                            schema = @Schema(implementation = Lapse.class),
                            examples =
                                    @ExampleObject(
                                            name = "lapse",
                                            value = CarryOverExamples.LAPSE)))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "422", ref = "FieldRefused")
    public Response proposeLapse(@Nullable ProposeLapse asked) {
        return Response.status(Response.Status.CREATED)
                .entity(lapses.propose(body(asked), caller.name()))
                .build();
    }

    @POST
    @Path("/lapses/{lapse}/approval")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(
            summary = "Approve and carry out a lapse, by a second person",
            description =
                    "Some holdings at a time. Asked for again it goes on, also with what came back"
                            + " from trading since; the answer says how far it is.")
    @APIResponse(
            responseCode = "200",
            description = "What lapsed, and what is still away",
            content =
                    @Content(
                            schema = @Schema(implementation = Lapse.class),
                            examples =
                                    @ExampleObject(
                                            name = "lapse",
                                            value = CarryOverExamples.LAPSE)))
    @APIResponse(responseCode = "403", ref = "SamePerson")
    public Lapse approveLapse(@PathParam("lapse") String lapse) {
        lapses.approve(lapse, caller.name());
        int lapsed;
        do {
            lapsed = lapses.step(lapse, caller.name());
        } while (lapsed > 0);
        return lapses.find(lapse);
    }
}

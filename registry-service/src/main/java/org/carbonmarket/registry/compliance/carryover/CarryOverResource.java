package org.carbonmarket.registry.compliance.carryover;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.carbonmarket.edge.idempotency.Idempotency;
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

/** Applying to carry one's own allowances over. */
@Path("/accounts/{account}/carry-overs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Compliance")
class CarryOverResource {

    private final CarryOvers carryOvers;
    private final Idempotency idempotency;
    private final Caller caller;

    CarryOverResource(CarryOvers carryOvers, Idempotency idempotency, Caller caller) {
        this.carryOvers = carryOvers;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Transactional
    @RolesAllowed(Roles.PARTICIPANT)
    @Operation(
            summary = "Apply to carry allowances over into a later year; they are locked",
            description =
                    "Several applications, together at most the account's limit. With an"
                            + " Idempotency-Key a retry within 24 hours gets the first answer.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = FileCarryOver.class),
                            examples =
                                    @ExampleObject(name = "file", value = CarryOverExamples.FILE)))
    @APIResponse(
            responseCode = "201",
            description = "Filed and locked",
            content =
                    @Content(
                            schema = @Schema(implementation = CarryOverApplication.class),
                            examples =
                                    @ExampleObject(
                                            name = "filed",
                                            value = CarryOverExamples.FILED)))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(
            responseCode = "409",
            description = "More than may be carried over or is held, or not open yet",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "limit",
                                            value = CarryOverExamples.EXCEEDED)))
    @APIResponse(responseCode = "422", ref = "FieldRefused")
    public Response file(
            @PathParam("account") AccountId account,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable FileCarryOver request) {
        caller.requireAccount(account);
        FileCarryOver asked = body(request).checked();
        CarryOverApplication filed =
                idempotency.once(
                        account.value(),
                        key,
                        asked,
                        CarryOverApplication.class,
                        () -> carryOvers.file(account, asked, caller.name()));
        return Response.status(Response.Status.CREATED).entity(filed).build();
    }

    @GET
    @Path("/limits/{year}")
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "How much the account may carry over into a year, and why")
    @APIResponse(
            responseCode = "200",
            description = "The limit and the figures it is reckoned from",
            content =
                    @Content(
                            schema = @Schema(implementation = CarryOverLimit.class),
                            examples =
                                    @ExampleObject(
                                            name = "limit",
                                            value = CarryOverExamples.LIMIT)))
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    @APIResponse(responseCode = "409", description = "The year's plan carries nothing over")
    public CarryOverLimit limit(
            @PathParam("account") AccountId account, @PathParam("year") int year) {
        caller.requireAccount(account);
        return carryOvers.limitOf(account, year);
    }
}

package org.carbonmarket.registry.credits.retirement;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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

/** Retiring credits of one's own. */
@Path("/accounts/{account}/retirements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Credits")
class AccountRetirementResource {

    private final Retirements retirements;
    private final Idempotency idempotency;
    private final Caller caller;

    AccountRetirementResource(Retirements retirements, Idempotency idempotency, Caller caller) {
        this.retirements = retirements;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Transactional
    @RolesAllowed(Roles.PARTICIPANT)
    @Operation(
            summary = "Retire credits of free will",
            description =
                    "The exact serials, the account's first in first out, or of fungible units"
                        + " those that were pooled first. With an Idempotency-Key a retry within 24"
                        + " hours gets the first answer.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RetireCredits.class),
                            examples =
                                    @ExampleObject(
                                            name = "serials",
                                            value = RetirementExamples.RETIRE)))
    @APIResponse(
            responseCode = "201",
            description = "Retired for good",
            content =
                    @Content(
                            schema = @Schema(implementation = Retirement.class),
                            examples =
                                    @ExampleObject(
                                            name = "retired",
                                            value = RetirementExamples.RETIRED)))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(
            responseCode = "409",
            description = "The account holds too few, or not these serials",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "serials",
                                            value = RetirementExamples.SERIALS_NOT_HELD)))
    @APIResponse(
            responseCode = "422",
            description = "A field is refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "noCredit",
                                            value = RetirementExamples.NO_CREDIT)))
    public Response retire(
            @PathParam("account") AccountId account,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable RetireCredits request) {
        caller.requireAccount(account);
        RetireCredits asked = body(request).checked();
        Retirement done =
                idempotency.once(
                        account.value(),
                        key,
                        asked,
                        Retirement.class,
                        () -> retirements.retire(account, asked, Purpose.VOLUNTARY, caller.name()));
        return Response.status(Response.Status.CREATED).entity(done).build();
    }
}

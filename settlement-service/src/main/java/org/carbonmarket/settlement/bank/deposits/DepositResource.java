package org.carbonmarket.settlement.bank.deposits;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.settlement.bank.references.Confirmations;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the settlement banks say they received. */
@Path("/deposits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bank")
class DepositResource {

    private final Deposits deposits;
    private final Caller caller;

    DepositResource(Deposits deposits, Caller caller) {
        this.deposits = deposits;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.SETTLEMENT_OPERATOR)
    @Operation(
            summary = "Book a deposit that the bank confirmed",
            description =
                    "Each reference of the bank is accepted once: the same message again gets the"
                        + " same answer, other contents under it are refused and raise an alarm.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ConfirmDeposit.class),
                            examples = @ExampleObject(name = "request", ref = "ConfirmDeposit")))
    @APIResponse(
            responseCode = "201",
            description = "Booked",
            content =
                    @Content(
                            schema = @Schema(implementation = Deposit.class),
                            examples = @ExampleObject(name = "answer", ref = "Deposit")))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    @APIResponse(responseCode = "409", ref = "BankReferenceReused")
    @APIResponse(responseCode = "422", ref = "AmountRefused")
    public Response confirm(@Nullable ConfirmDeposit request) {
        Deposit deposit =
                switch (deposits.confirm(body(request).checked(), caller.name())) {
                    case Confirmed.Booked(var booked) -> booked;
                    case Confirmed.Repeated(var booked) -> booked;
                    case Confirmed.Contradicted(var asked, _) ->
                            throw Confirmations.reused(asked.bankReference());
                };
        return Response.status(Response.Status.CREATED).entity(deposit).build();
    }
}

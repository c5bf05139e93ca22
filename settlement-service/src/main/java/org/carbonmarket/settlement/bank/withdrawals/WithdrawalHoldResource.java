package org.carbonmarket.settlement.bank.withdrawals;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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

/** Whether anything is paid out of an account. */
@Path("/accounts/{account}/withdrawal-hold")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Withdrawals")
class WithdrawalHoldResource {

    private final WithdrawalHolds holds;
    private final Caller caller;

    WithdrawalHoldResource(WithdrawalHolds holds, Caller caller) {
        this.holds = holds;
        this.caller = caller;
    }

    @PUT
    @RolesAllowed(Roles.SETTLEMENT_OPERATOR)
    @Operation(
            summary = "Hold an account: nothing is paid out of it",
            description =
                    "At once, by one person: for sanctions, court orders and doubts. Withdrawals"
                            + " that wait for a decision are held; what the bank was already sent"
                            + " goes its way. A hold that stands already stays as it is.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PlaceHold.class),
                            examples = @ExampleObject(name = "request", ref = "PlaceHold")))
    @APIResponse(
            responseCode = "200",
            description = "The hold that stands",
            content =
                    @Content(
                            schema = @Schema(implementation = WithdrawalHold.class),
                            examples = @ExampleObject(name = "answer", ref = "WithdrawalHold")))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    public WithdrawalHold place(
            @PathParam("account") AccountId account, @Nullable PlaceHold request) {
        return holds.place(account, body(request).checked().reason(), caller.name());
    }

    @DELETE
    @RolesAllowed(Roles.SETTLEMENT_OPERATOR)
    @Operation(
            summary = "Lift a hold; a second person's act",
            description = "What was held waits for a decision again.")
    @APIResponse(
            responseCode = "200",
            description = "The hold that stood",
            content =
                    @Content(
                            schema = @Schema(implementation = WithdrawalHold.class),
                            examples = @ExampleObject(name = "answer", ref = "LiftedHold")))
    @APIResponse(responseCode = "403", ref = "SamePerson")
    @APIResponse(responseCode = "404", ref = "HoldUnknown")
    public WithdrawalHold lift(@PathParam("account") AccountId account) {
        return holds.lift(account, caller.name());
    }
}

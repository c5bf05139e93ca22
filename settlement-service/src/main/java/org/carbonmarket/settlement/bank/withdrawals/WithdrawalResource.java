package org.carbonmarket.settlement.bank.withdrawals;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A withdrawal, decided by a second person. */
@Path("/withdrawals/{withdrawal}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Withdrawals")
class WithdrawalResource {

    private final Withdrawals withdrawals;
    private final Caller caller;

    WithdrawalResource(Withdrawals withdrawals, Caller caller) {
        this.withdrawals = withdrawals;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.PARTICIPANT, Roles.SETTLEMENT_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "A withdrawal")
    @APIResponse(
            responseCode = "200",
            description = "The withdrawal",
            content =
                    @Content(
                            schema = @Schema(implementation = Withdrawal.class),
                            examples = @ExampleObject(name = "answer", ref = "Withdrawal")))
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "WithdrawalUnknown")
    public Withdrawal show(@PathParam("withdrawal") String number) {
        Withdrawal withdrawal = withdrawals.show(number);
        caller.requireAccount(withdrawal.account());
        return withdrawal;
    }

    @POST
    @Path("/approval")
    @RolesAllowed(Roles.SETTLEMENT_OPERATOR)
    @Operation(
            summary = "Approve a withdrawal; a second person's act",
            description =
                    "Without a bankReference the bank is sent a payment order (pain.001), and its"
                            + " status report ends the withdrawal. With one the operator says that"
                            + " the bank paid. From the threshold on, two operators approve: the"
                            + " first approval leaves the state as it is.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ApproveWithdrawal.class),
                            examples = @ExampleObject(name = "request", ref = "ApproveWithdrawal")))
    @APIResponse(
            responseCode = "200",
            description = "Approved: ordered, paid, or waiting for the second approval",
            content =
                    @Content(
                            schema = @Schema(implementation = Withdrawal.class),
                            examples = {
                                @ExampleObject(name = "ordered", ref = "OrderedWithdrawal"),
                                @ExampleObject(name = "paid", ref = "PaidWithdrawal")
                            }))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "403", ref = "SamePerson")
    @APIResponse(responseCode = "404", ref = "WithdrawalUnknown")
    @APIResponse(responseCode = "409", ref = "WithdrawalNotDecidable")
    public Withdrawal approve(
            @PathParam("withdrawal") String number, @Nullable ApproveWithdrawal request) {
        return withdrawals.approve(number, body(request).checked().bankReference(), caller.name());
    }

    @POST
    @Path("/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SETTLEMENT_OPERATOR)
    @Operation(summary = "Refuse a withdrawal; the money is available again")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RefuseWithdrawal.class),
                            examples = @ExampleObject(name = "request", ref = "RefuseWithdrawal")))
    @APIResponse(
            responseCode = "200",
            description = "Refused",
            content =
                    @Content(
                            schema = @Schema(implementation = Withdrawal.class),
                            examples = @ExampleObject(name = "answer", ref = "RefusedWithdrawal")))
    @APIResponse(responseCode = "403", ref = "SamePerson")
    @APIResponse(responseCode = "404", ref = "WithdrawalUnknown")
    @APIResponse(responseCode = "409", ref = "WithdrawalNotDecidable")
    public Withdrawal refuse(
            @PathParam("withdrawal") String number, @Nullable RefuseWithdrawal request) {
        return withdrawals.refuse(number, body(request).checked().reason(), caller.name());
    }

    /** For callers that give no reason; a request without a body has no media type either. */
    @POST
    @Path("/refusal")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.SETTLEMENT_OPERATOR)
    @Operation(hidden = true)
    public Withdrawal refuseWithoutReason(@PathParam("withdrawal") String number) {
        return withdrawals.refuse(number, null, caller.name());
    }
}

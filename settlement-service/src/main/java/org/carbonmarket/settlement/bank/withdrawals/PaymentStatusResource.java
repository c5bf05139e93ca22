package org.carbonmarket.settlement.bank.withdrawals;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** What the bank says became of payment orders. */
@Path("/bank/payment-statuses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bank")
class PaymentStatusResource {

    private final PaymentStatuses statuses;
    private final Caller caller;

    PaymentStatusResource(PaymentStatuses statuses, Caller caller) {
        this.statuses = statuses;
        this.caller = caller;
    }

    @POST
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @RolesAllowed({Roles.SETTLEMENT_OPERATOR, Roles.SETTLEMENT_BANK})
    @Operation(
            summary = "Take a pain.002 file: what became of a payment order",
            description =
                    "Schema: pain.002.001.10 as agreed with the bank. ACSC and ACCC are final: the"
                            + " money is gone. RJCT is final: the money is available again. Other"
                            + " statuses are noted. Send a file as often as you like; another end"
                            + " than the one taken is refused and raises an alarm.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_XML,
                            examples = @ExampleObject(name = "pain.002", ref = "Pain002")))
    @APIResponse(
            responseCode = "200",
            description = "What became of each status",
            content =
                    @Content(
                            schema = @Schema(implementation = StatusesTaken.class),
                            examples = @ExampleObject(name = "answer", ref = "StatusesTaken")))
    @APIResponse(responseCode = "400", ref = "BankFileMalformed")
    @APIResponse(responseCode = "413", ref = "BankFileTooLarge")
    @APIResponse(responseCode = "422", ref = "BankFileRefused")
    public StatusesTaken take(byte[] file) {
        return statuses.take(body(file), caller.name());
    }
}

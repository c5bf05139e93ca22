package org.carbonmarket.settlement.bank.deposits;

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

/** The bank's credit notifications as files. */
@Path("/bank/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bank")
class NotificationResource {

    private final Notifications notifications;
    private final Caller caller;

    NotificationResource(Notifications notifications, Caller caller) {
        this.notifications = notifications;
        this.caller = caller;
    }

    @POST
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @RolesAllowed({Roles.SETTLEMENT_OPERATOR, Roles.SETTLEMENT_BANK})
    @Operation(
            summary = "Take a camt.054 file: money the bank credited",
            description =
                    "Schema: camt.054.001.08 as agreed with the bank. A file with any fault is"
                            + " refused whole. A reference that was booked before is not booked"
                            + " again; with other contents it is refused and raises an alarm, while"
                            + " the file's other credits are booked. Send a file as often as you"
                            + " like.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_XML,
                            examples = @ExampleObject(name = "camt.054", ref = "Camt054")))
    @APIResponse(
            responseCode = "200",
            description = "What became of each credit",
            content =
                    @Content(
                            schema = @Schema(implementation = Notified.class),
                            examples = @ExampleObject(name = "answer", ref = "Notified")))
    @APIResponse(responseCode = "400", ref = "BankFileMalformed")
    @APIResponse(responseCode = "413", ref = "BankFileTooLarge")
    @APIResponse(responseCode = "422", ref = "BankFileRefused")
    public Notified take(byte[] file) {
        return notifications.take(body(file), caller.name());
    }
}

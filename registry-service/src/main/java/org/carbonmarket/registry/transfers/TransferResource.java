package org.carbonmarket.registry.transfers;

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
import jakarta.ws.rs.core.UriBuilder;
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

/** Transfers without a trade: proposed, approved, accepted, executed. */
@Path("/transfers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Transfers")
class TransferResource {

    private final Transfers transfers;
    private final TransferTable table;
    private final Caller caller;

    TransferResource(Transfers transfers, TransferTable table, Caller caller) {
        this.transfers = transfers;
        this.table = table;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "Propose a transfer: inheritance, merger or court order")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ProposeTransfer.class),
                            examples =
                                    @ExampleObject(
                                            name = "merger",
                                            value = TransferExamples.PROPOSE)))
    @APIResponse(
            responseCode = "201",
            description = "Waits two days for a second person",
            content =
                    @Content(
                            schema = @Schema(implementation = Transfer.class),
                            examples =
                                    @ExampleObject(
                                            name = "transfer",
                                            value = TransferExamples.TRANSFER)))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    @APIResponse(
            responseCode = "409",
            description = "More than the cap off the list of trusted accounts",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "cap", value = TransferExamples.CAP)))
    @APIResponse(responseCode = "422", ref = "FieldRefused")
    public Response propose(@Nullable ProposeTransfer asked) {
        Transfer proposed = transfers.propose(body(asked).checked(), caller.name());
        return Response.created(UriBuilder.fromPath("{transfer}").build(proposed.transfer()))
                .entity(proposed)
                .build();
    }

    @POST
    @Path("/{transfer}/approval")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "Approve a transfer, by a second person within two days")
    @APIResponse(
            responseCode = "200",
            description = "Approved; off the list of trusted accounts it is delayed by 26 hours",
            content =
                    @Content(
                            schema = @Schema(implementation = Transfer.class),
                            examples =
                                    @ExampleObject(
                                            name = "transfer",
                                            value = TransferExamples.TRANSFER)))
    @APIResponse(responseCode = "403", ref = "SamePerson")
    @APIResponse(
            responseCode = "409",
            description = "The proposal is too old",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "expired",
                                            value = TransferExamples.EXPIRED)))
    public Transfer approve(@PathParam("transfer") String transfer) {
        return transfers.approve(transfer, caller.name());
    }

    @POST
    @Path("/{transfer}/acceptance")
    @RolesAllowed(Roles.PARTICIPANT)
    @Operation(summary = "Accept a transfer, as its receiver")
    @APIResponse(
            responseCode = "200",
            description = "Accepted",
            content =
                    @Content(
                            schema = @Schema(implementation = Transfer.class),
                            examples =
                                    @ExampleObject(
                                            name = "transfer",
                                            value = TransferExamples.TRANSFER)))
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    public Transfer accept(@PathParam("transfer") String transfer) {
        caller.requireAccount(transfers.find(transfer).receiver());
        return transfers.accept(transfer, caller.name());
    }

    @POST
    @Path("/{transfer}/refusal")
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR})
    @Operation(summary = "Refuse a transfer, as its receiver or as an operator")
    @APIResponse(
            responseCode = "200",
            description = "Refused",
            content =
                    @Content(
                            schema = @Schema(implementation = Transfer.class),
                            examples =
                                    @ExampleObject(
                                            name = "transfer",
                                            value = TransferExamples.TRANSFER)))
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    public Transfer refuse(@PathParam("transfer") String transfer) {
        caller.requireAccount(transfers.find(transfer).receiver());
        return transfers.refuse(transfer);
    }

    @POST
    @Path("/{transfer}/execution")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(
            summary = "Execute an accepted transfer",
            description = "In working hours, when its delay is over, within the daily limit.")
    @APIResponse(
            responseCode = "200",
            description = "Title moved",
            content =
                    @Content(
                            schema = @Schema(implementation = Transfer.class),
                            examples =
                                    @ExampleObject(
                                            name = "transfer",
                                            value = TransferExamples.TRANSFER)))
    @APIResponse(
            responseCode = "409",
            description = "One of the defences does not let it pass yet",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = {
                                @ExampleObject(name = "delay", value = TransferExamples.DELAYED),
                                @ExampleObject(name = "hours", value = TransferExamples.CLOSED),
                                @ExampleObject(name = "limit", value = TransferExamples.LIMIT)
                            }))
    public Transfer execute(@PathParam("transfer") String transfer) {
        return transfers.execute(transfer, caller.name());
    }

    @GET
    @Path("/{transfer}")
    @RolesAllowed({Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "One transfer")
    @APIResponse(
            responseCode = "200",
            description = "The transfer",
            content =
                    @Content(
                            schema = @Schema(implementation = Transfer.class),
                            examples =
                                    @ExampleObject(
                                            name = "transfer",
                                            value = TransferExamples.TRANSFER)))
    @APIResponse(
            responseCode = "404",
            description = "No such transfer",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = TransferExamples.UNKNOWN)))
    public Transfer show(@PathParam("transfer") String transfer) {
        return transfers.find(transfer);
    }

    @GET
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "Transfers, newest first; of a participant those it gives or gets")
    @APIResponse(
            responseCode = "200",
            description = "A page of transfers",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "page", value = TransferExamples.PAGE)))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    public Page<Transfer> list(
            @QueryParam("account") @Nullable AccountId account,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        AccountId asked = account == null ? caller.account().orElse(null) : account;
        if (asked != null) {
            caller.requireAccount(asked);
        }
        return Page.of(
                table.page(asked, request.afterNumber(), request.limit() + 1),
                request,
                transfer -> transfer,
                transfer -> Long.toString(transfer.number()));
    }
}

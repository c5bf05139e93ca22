package org.carbonmarket.settlement.bank.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.carbonmarket.settlement.bank.orders.OrderedPayment.State;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the bank is asked to pay. */
@Path("/bank/payment-orders")
@Tag(name = "Bank")
@RolesAllowed({Roles.SETTLEMENT_OPERATOR, Roles.SETTLEMENT_BANK, Roles.REGULATOR, Roles.AUDITOR})
class PaymentOrderResource {

    private final PaymentOrders orders;

    PaymentOrderResource(PaymentOrders orders) {
        this.orders = orders;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Payment orders, oldest first",
            description =
                    "The parameter state takes ISSUED (what the bank has still to answer), PAID or"
                            + " REJECTED; without it, all.")
    @APIResponse(
            responseCode = "200",
            description = "A page of orders",
            content = @Content(examples = @ExampleObject(name = "page", ref = "PaymentOrderPage")))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    public Page<OrderedPayment> list(
            @QueryParam("state") @Nullable State state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        return Page.of(
                orders.page(state, request.afterNumber(), request.limit() + 1),
                request,
                PaymentOrders.Listed::payment,
                listed -> Long.toString(listed.posting()));
    }

    @GET
    @Path("/{order}")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(
            summary = "A payment order as pain.001",
            description =
                    "Schema: pain.001.001.09 as agreed with the bank. Fetching changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The message as it was issued",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_XML,
                            examples = @ExampleObject(name = "pain.001", ref = "Pain001")))
    @APIResponse(responseCode = "404", ref = "PaymentOrderUnknown")
    public byte[] fetch(@PathParam("order") String order) {
        return orders.content(order);
    }
}

package org.carbonmarket.trading.orderentry;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.trading.OrderEvent.OrderCancelled;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.trading.http.FormFields;
import org.carbonmarket.trading.http.OwnAccount;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Order entry: participants enter and cancel orders of their own account. */
@Path("/markets/{market}/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public class OrderEntryResource {

    private static final String PROBLEM = "application/problem+json";

    private final EnterOrder orders;
    private final EnterBatch batches;
    private final Caller caller;

    @Inject
    OrderEntryResource(EnterOrder orders, EnterBatch batches, Caller caller) {
        this.orders = orders;
        this.batches = batches;
        this.caller = caller;
    }

    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PARTICIPANT)
    @Operation(
            summary = "Enter a listed order",
            description =
                    "Waits for the market's answer. Past the deadline (5 s) the answer is 202 with"
                            + " the order's URL. With an Idempotency-Key the same order sent again"
                            + " gets the first answer, repeated = true; keys belong to an account"
                            + " and live for a trading day.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = OrderForm.class),
                            examples = @ExampleObject(name = "order", value = OrderExamples.ORDER)))
    @APIResponse(
            responseCode = "201",
            description = "The market took the order",
            content =
                    @Content(
                            schema = @Schema(implementation = OrderPlaced.class),
                            examples =
                                    @ExampleObject(name = "placed", value = OrderExamples.PLACED)))
    @APIResponse(
            responseCode = "202",
            description = "The answer did not come in time; read the order at its URL",
            content =
                    @Content(
                            schema = @Schema(implementation = PendingOrder.class),
                            examples =
                                    @ExampleObject(
                                            name = "pending",
                                            value = OrderExamples.PENDING)))
    @APIResponse(
            responseCode = "400",
            description = "A field is missing or malformed",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "off tick",
                                            value = OrderExamples.OFF_TICK)))
    @APIResponse(
            responseCode = "403",
            description = "Somebody else's account",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "not yours",
                                            value = OrderExamples.NOT_YOURS)))
    @APIResponse(
            responseCode = "409",
            description = "An order with this key is on its way",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "in flight",
                                            value = OrderExamples.IN_FLIGHT)))
    @APIResponse(
            responseCode = "422",
            description = "The market refused the order; the code says why",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples = {
                                @ExampleObject(
                                        name = "outside limits",
                                        value = OrderExamples.OUTSIDE_LIMITS),
                                @ExampleObject(
                                        name = "not covered",
                                        value = OrderExamples.NOT_COVERED)
                            }))
    @APIResponse(
            responseCode = "503",
            description = "The market is busy or out of reach; see Retry-After",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples = @ExampleObject(name = "busy", value = OrderExamples.BUSY)))
    public CompletionStage<Response> place(
            @PathParam("market") String marketName,
            @Parameter(description = "1 to 64 letters, digits, . _ : -; optional")
                    @HeaderParam("Idempotency-Key")
                    @Nullable String idempotencyKey,
            @Nullable OrderForm form) {
        Market market = FormFields.market(marketName);
        OrderFields order = OrderFields.of(market, form);
        caller.requireAccount(order.account());
        return orders.place(order, FormFields.idempotencyKey(idempotencyKey))
                .thenApply(answer -> OrderAnswers.ofOrder(market, answer));
    }

    @POST
    @Path("/batch")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PARTICIPANT)
    @Operation(
            summary = "Enter up to 1,000 orders",
            description =
                    "The orders reach the market in this order and each gets its own answer, in"
                            + " this order. A malformed order is answered 400 and the others go"
                            + " on.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = BatchForm.class),
                            examples = @ExampleObject(name = "batch", value = OrderExamples.BATCH)))
    @APIResponse(
            responseCode = "200",
            description = "One answer per order",
            content =
                    @Content(
                            schema = @Schema(implementation = BatchAnswers.class),
                            examples =
                                    @ExampleObject(
                                            name = "answers",
                                            value = OrderExamples.BATCH_ANSWERS)))
    @APIResponse(
            responseCode = "400",
            description = "No batch of 1 to 1,000 orders",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "size",
                                            value = BatchForm.WRONG_SIZE_EXAMPLE)))
    public CompletionStage<BatchAnswers> placeBatch(
            @PathParam("market") String marketName, @Nullable BatchForm form) {
        Market market = FormFields.market(marketName);
        return batches.place(market, BatchForm.ordersOf(form), caller);
    }

    @DELETE
    @Path("/{order}")
    @NonBlocking
    @RolesAllowed(Roles.PARTICIPANT)
    @Operation(summary = "Cancel what is open of an order")
    @APIResponse(
            responseCode = "200",
            description = "The open rest is cancelled",
            content =
                    @Content(
                            schema = @Schema(implementation = OrderCancelled.class),
                            examples =
                                    @ExampleObject(
                                            name = "cancelled",
                                            value = OrderExamples.CANCELLED)))
    @APIResponse(
            responseCode = "422",
            description = "There is nothing to cancel",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "not open",
                                            value = OrderExamples.NOT_OPEN)))
    public CompletionStage<Response> cancel(
            @PathParam("market") String marketName, @PathParam("order") String orderId) {
        Market market = FormFields.market(marketName);
        OrderId order = FormFields.order(market, "order", orderId);
        return orders.cancel(order, OwnAccount.of(caller))
                .thenApply(answer -> OrderAnswers.ofCancel(order, answer));
    }
}

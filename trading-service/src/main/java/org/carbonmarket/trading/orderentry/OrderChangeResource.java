package org.carbonmarket.trading.orderentry;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.trading.OrderEvent.AllOrdersCancelled;
import org.carbonmarket.events.trading.OrderEvent.OrderReplaced;
import org.carbonmarket.trading.http.FormFields;
import org.carbonmarket.trading.http.OwnAccount;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Participants change their open orders, or end them all at once. */
@Path("/markets/{market}/orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.PARTICIPANT)
@Tag(name = "Orders")
public class OrderChangeResource {

    private static final String PROBLEM = "application/problem+json";

    private final EnterOrder orders;
    private final Caller caller;

    @Inject
    OrderChangeResource(EnterOrder orders, Caller caller) {
        this.orders = orders;
        this.caller = caller;
    }

    @PATCH
    @Path("/{order}")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change the price or the quantity of an open order",
            description =
                    "A new price or a larger quantity loses the order's place in time; a smaller"
                            + " quantity keeps it. The order keeps its number. An order whose new"
                            + " price crosses trades at once, at the resting prices.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReplacementForm.class),
                            examples =
                                    @ExampleObject(
                                            name = "new terms",
                                            value = OrderExamples.NEW_TERMS)))
    @APIResponse(
            responseCode = "200",
            description = "The order stands with its new terms, after everything it traded at once",
            content =
                    @Content(
                            schema = @Schema(implementation = OrderReplaced.class),
                            examples =
                                    @ExampleObject(
                                            name = "replaced",
                                            value = OrderExamples.REPLACED)))
    @APIResponse(
            responseCode = "202",
            description = "The answer did not come in time; read the order at its URL")
    @APIResponse(
            responseCode = "400",
            description = "A field is missing or malformed",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "empty",
                                            value = OrderExamples.REPLACEMENT_EMPTY)))
    @APIResponse(
            responseCode = "422",
            description = "The order stands as it stood; the code says why",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "not open",
                                            value = OrderExamples.NOT_OPEN)))
    public CompletionStage<Response> replace(
            @PathParam("market") String marketName,
            @PathParam("order") String orderId,
            @Nullable ReplacementForm form) {
        Market market = FormFields.market(marketName);
        OrderId order = FormFields.order(market, "order", orderId);
        ReplacementForm.Terms terms = ReplacementForm.termsOf(form);
        return orders.replace(order, OwnAccount.of(caller), terms)
                .thenApply(answer -> OrderAnswers.ofReplacement(order, answer));
    }

    @DELETE
    @NonBlocking
    @Operation(summary = "Cancel all open listed orders of the account, or those of one product")
    @APIResponse(
            responseCode = "200",
            description = "They are cancelled; how many they were",
            content =
                    @Content(
                            schema = @Schema(implementation = AllOrdersCancelled.class),
                            examples =
                                    @ExampleObject(
                                            name = "cancelled",
                                            value = OrderExamples.ALL_CANCELLED)))
    @APIResponse(
            responseCode = "202",
            description = "The answer did not come in time; read the orders")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is malformed",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "product",
                                            value = OrderExamples.BAD_PRODUCT)))
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
    public CompletionStage<Response> cancelAll(
            @PathParam("market") String marketName,
            @Parameter(description = "The caller's own when absent") @QueryParam("account")
                    @Nullable String accountId,
            @QueryParam("product") @Nullable String productCode) {
        Market market = FormFields.market(marketName);
        AccountId account =
                accountId == null ? OwnAccount.of(caller) : FormFields.account(accountId);
        caller.requireAccount(account);
        ProductCode product = productCode == null ? null : FormFields.product(productCode);
        return orders.cancelAll(market, account, product)
                .thenApply(answer -> OrderAnswers.ofCancelAll(market, answer));
    }
}

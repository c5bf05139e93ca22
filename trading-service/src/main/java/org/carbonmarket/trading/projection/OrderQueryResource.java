package org.carbonmarket.trading.projection;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.trading.OrderEvent.OrderState;
import org.carbonmarket.trading.http.FormFields;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Orders and executions: a participant sees its own, operators and supervisors everybody's. */
@Path("/markets/{market}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed({Roles.PARTICIPANT, Roles.MARKET_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
@Tag(name = "Orders")
public class OrderQueryResource {

    private static final String PROBLEM = "application/problem+json";

    private final Orders orders;
    private final Executions executions;
    private final PositionQuery positions;
    private final AsOf asOf;
    private final Caller caller;

    @Inject
    OrderQueryResource(
            Orders orders,
            Executions executions,
            PositionQuery positions,
            AsOf asOf,
            Caller caller) {
        this.orders = orders;
        this.executions = executions;
        this.positions = positions;
        this.asOf = asOf;
        this.caller = caller;
    }

    @GET
    @Path("/orders/{order}")
    @Operation(
            summary = "An order and what became of it",
            description =
                    "The URL given with a 202 carries the command: while the market's answer is"
                            + " not known here, it is answered 202 again, and for a retry that"
                            + " turns out to be an earlier order, with that order.")
    @APIResponse(
            responseCode = "200",
            description = "The order as far as it is projected",
            content =
                    @Content(
                            schema = @Schema(implementation = OrderView.class),
                            examples = @ExampleObject(name = "order", value = QueryExamples.ORDER)))
    @APIResponse(
            responseCode = "202",
            description = "The market's answer is not known here yet; ask again",
            content =
                    @Content(
                            schema = @Schema(implementation = Awaited.class),
                            examples =
                                    @ExampleObject(
                                            name = "awaited",
                                            value = QueryExamples.AWAITED)))
    @APIResponse(
            responseCode = "404",
            description = "No such order, or not yet",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = QueryExamples.NOT_FOUND)))
    public Response order(
            @PathParam("market") String marketName,
            @PathParam("order") String orderId,
            @Parameter(description = "From the URL of a 202") @QueryParam("command")
                    @Nullable String command) {
        Market market = FormFields.market(marketName);
        OrderId order = FormFields.order(market, "order", orderId);
        Optional<OrderView> found =
                orders.find(order)
                        .or(() -> command == null ? Optional.empty() : orders.findFirstOf(command))
                        .map(OrderRow::view);
        if (found.isEmpty() && command != null && !orders.arePast(order)) {
            return Response.accepted(new Awaited(order, command)).build();
        }
        // Whether somebody else's order exists is nobody's business.
        return found.filter(view -> mayRead(view.account()))
                .map(view -> Response.ok(view).build())
                .orElseThrow(OrderQueryResource::unknown);
    }

    /** An order whose answer is not known here yet. */
    record Awaited(OrderId order, String command) {}

    @GET
    @Path("/orders")
    @Operation(summary = "Orders, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of orders",
            content =
                    @Content(
                            schema = @Schema(implementation = Page.class),
                            examples =
                                    @ExampleObject(name = "orders", value = QueryExamples.ORDERS)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is malformed",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "cursor",
                                            value = QueryExamples.BAD_CURSOR)))
    public Page<OrderView> orders(
            @PathParam("market") String marketName,
            @QueryParam("account") @Nullable String account,
            @QueryParam("product") @Nullable String product,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Market market = FormFields.market(marketName);
        int size = Page.size(limit);
        OrderState wanted =
                state == null
                        ? null
                        : FormFields.choice("state", state, OrderState.class, "STATE_INVALID");
        var rows =
                orders.page(
                        market,
                        accountAsked(account),
                        product == null ? null : FormFields.product(product),
                        wanted,
                        Page.before(cursor),
                        size + 1);
        return Page.of(asOf.of(market), rows, size, row -> row.position, OrderRow::view);
    }

    @GET
    @Path("/executions")
    @Operation(summary = "Trades of an account, newest first, without the other party")
    @APIResponse(
            responseCode = "200",
            description = "A page of executions",
            content =
                    @Content(
                            schema = @Schema(implementation = Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "executions",
                                            value = QueryExamples.EXECUTIONS)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is missing or malformed",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "cursor",
                                            value = QueryExamples.BAD_CURSOR)))
    public Page<ExecutionView> executions(
            @PathParam("market") String marketName,
            @QueryParam("account") @Nullable String account,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Market market = FormFields.market(marketName);
        int size = Page.size(limit);
        AccountId asked = accountAsked(account);
        if (asked == null) {
            throw FormFields.missing("account");
        }
        var rows = executions.page(market, asked, Page.before(cursor), size + 1);
        return Page.of(asOf.of(market), rows, size, row -> row.sequence, row -> row.viewOf(asked));
    }

    @GET
    @Path("/positions/{account}")
    @Operation(summary = "What an account holds in this market")
    @APIResponse(
            responseCode = "200",
            description = "Money and allowances in trading",
            content =
                    @Content(
                            schema = @Schema(implementation = PositionView.class),
                            examples =
                                    @ExampleObject(
                                            name = "position",
                                            value = QueryExamples.POSITION)))
    @APIResponse(
            responseCode = "403",
            description = "Somebody else's account",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "not yours",
                                            value = QueryExamples.NOT_YOURS)))
    public PositionView position(
            @PathParam("market") String marketName, @PathParam("account") String accountId) {
        Market market = FormFields.market(marketName);
        AccountId account = FormFields.account(accountId);
        caller.requireAccount(account);
        return positions.of(market, account);
    }

    /** The account asked for; a participant that names none asks for its own. */
    private @Nullable AccountId accountAsked(@Nullable String account) {
        if (account == null) {
            return caller.account().orElse(null);
        }
        AccountId asked = FormFields.account(account);
        caller.requireAccount(asked);
        return asked;
    }

    private boolean mayRead(AccountId account) {
        Optional<AccountId> own = caller.account();
        return own.isEmpty() || own.get().equals(account);
    }

    private static Refusal unknown() {
        return new Refusal(
                404, "ORDER_UNKNOWN", null, "There is no such order, or it is not projected yet.");
    }
}

package org.carbonmarket.settlement.bank.withdrawals;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.carbonmarket.edge.idempotency.Idempotency;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.settlement.accounts.Accounts;
import org.carbonmarket.settlement.bank.withdrawals.Withdrawal.State;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Money that its owner wants paid out. */
@Path("/accounts/{account}/withdrawals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Withdrawals")
class WithdrawalRequestResource {

    private final Withdrawals withdrawals;
    private final WithdrawalTable table;
    private final Accounts accounts;
    private final Idempotency idempotency;
    private final Caller caller;

    WithdrawalRequestResource(
            Withdrawals withdrawals,
            WithdrawalTable table,
            Accounts accounts,
            Idempotency idempotency,
            Caller caller) {
        this.withdrawals = withdrawals;
        this.table = table;
        this.accounts = accounts;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Transactional
    @RolesAllowed(Roles.PARTICIPANT)
    @Operation(
            summary = "Ask for money to be paid out",
            description =
                    "It is frozen until the decision. With an Idempotency-Key a retry within 24"
                            + " hours gets the first answer; scope: the account.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RequestWithdrawal.class),
                            examples = @ExampleObject(name = "request", ref = "RequestWithdrawal")))
    @APIResponse(
            responseCode = "201",
            description = "Requested",
            content =
                    @Content(
                            schema = @Schema(implementation = Withdrawal.class),
                            examples = @ExampleObject(name = "answer", ref = "Withdrawal")))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "409", ref = "FundsShort")
    @APIResponse(responseCode = "422", ref = "AmountRefused")
    public Response request(
            @PathParam("account") AccountId account,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable RequestWithdrawal request) {
        caller.requireAccount(account);
        RequestWithdrawal asked = body(request).checked();
        Withdrawal requested =
                idempotency.once(
                        account.value(),
                        key,
                        asked,
                        Withdrawal.class,
                        () -> withdrawals.request(account, asked.amount(), caller.name()));
        return Response.status(Response.Status.CREATED).entity(requested).build();
    }

    @GET
    @RolesAllowed({Roles.PARTICIPANT, Roles.SETTLEMENT_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "The account's withdrawals, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of withdrawals",
            content = @Content(examples = @ExampleObject(name = "page", ref = "WithdrawalPage")))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    public Page<Withdrawal> list(
            @PathParam("account") AccountId account,
            @QueryParam("state") @Nullable State state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        caller.requireAccount(account);
        accounts.requireKnown(account);
        return WithdrawalListResource.page(table, account, state, request);
    }
}

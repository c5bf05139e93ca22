package org.carbonmarket.settlement.bank.withdrawals;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.settlement.bank.withdrawals.Withdrawal.State;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All withdrawals, for those who decide about them. */
@Path("/withdrawals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Withdrawals")
class WithdrawalListResource {

    private final WithdrawalTable withdrawals;

    WithdrawalListResource(WithdrawalTable withdrawals) {
        this.withdrawals = withdrawals;
    }

    @GET
    @RolesAllowed({Roles.SETTLEMENT_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(
            summary = "Withdrawals, newest first",
            description = "By state (REQUESTED waits for a decision) and by account.")
    @APIResponse(
            responseCode = "200",
            description = "A page of withdrawals",
            content = @Content(examples = @ExampleObject(name = "page", ref = "WithdrawalPage")))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    public Page<Withdrawal> list(
            @QueryParam("account") @Nullable AccountId account,
            @QueryParam("state") @Nullable State state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return page(withdrawals, account, state, PageRequest.of(cursor, limit));
    }

    static Page<Withdrawal> page(
            WithdrawalTable withdrawals,
            @Nullable AccountId account,
            @Nullable State state,
            PageRequest request) {
        return Page.of(
                withdrawals.page(account, state, request.afterNumber(), request.limit() + 1),
                request,
                withdrawal -> withdrawal,
                withdrawal -> Long.toString(withdrawal.posting()));
    }
}

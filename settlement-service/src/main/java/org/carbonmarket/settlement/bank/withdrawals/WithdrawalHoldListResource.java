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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All holds, for those who watch over them. */
@Path("/withdrawal-holds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Withdrawals")
class WithdrawalHoldListResource {

    private final WithdrawalHolds holds;

    WithdrawalHoldListResource(WithdrawalHolds holds) {
        this.holds = holds;
    }

    @GET
    @RolesAllowed({Roles.SETTLEMENT_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "Holds, standing or lifted, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of holds",
            content = @Content(examples = @ExampleObject(name = "page", ref = "HoldPage")))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    public Page<WithdrawalHold> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        return Page.of(
                holds.page(request.afterNumber(), request.limit() + 1),
                request,
                hold -> hold,
                hold -> Long.toString(hold.hold()));
    }
}

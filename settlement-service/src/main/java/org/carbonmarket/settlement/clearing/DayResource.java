package org.carbonmarket.settlement.clearing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.events.quantity.Market;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The clearing of trading days. */
@Path("/days/{market}/{day}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clearing")
class DayResource {

    private final Clearing clearing;

    DayResource(Clearing clearing) {
        this.clearing = clearing;
    }

    @GET
    @RolesAllowed({
        Roles.SETTLEMENT_OPERATOR,
        Roles.MARKET_OPERATOR,
        Roles.REGULATOR,
        Roles.AUDITOR
    })
    @Operation(summary = "How far the clearing of a day is")
    @APIResponse(
            responseCode = "200",
            description = "The day",
            content =
                    @Content(
                            schema = @Schema(implementation = TradingDay.class),
                            examples = @ExampleObject(name = "cleared", ref = "ClearedDay")))
    @APIResponse(responseCode = "400", ref = "ParameterRefused")
    public TradingDay show(@PathParam("market") Market market, @PathParam("day") LocalDate day) {
        return clearing.show(market, day);
    }

    @POST
    @Path("/clearing")
    @RolesAllowed(Roles.SETTLEMENT_OPERATOR)
    @Operation(
            summary = "Clear a broken day again",
            description = "After a correction. A cleared day stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The day",
            content =
                    @Content(
                            schema = @Schema(implementation = TradingDay.class),
                            examples = @ExampleObject(name = "cleared", ref = "ClearedDay")))
    @APIResponse(responseCode = "409", ref = "DayNotClosed")
    public TradingDay clear(@PathParam("market") Market market, @PathParam("day") LocalDate day) {
        return clearing.clearAgain(market, day);
    }
}

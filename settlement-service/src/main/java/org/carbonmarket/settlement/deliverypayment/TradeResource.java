package org.carbonmarket.settlement.deliverypayment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.TradeId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the settlement of a trade is. */
@Path("/trades/{trade}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Delivery versus payment")
class TradeResource {

    private final InstructionTable table;
    private final Caller caller;

    TradeResource(InstructionTable table, Caller caller) {
        this.table = table;
        this.caller = caller;
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.PARTICIPANT, Roles.SETTLEMENT_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(
            summary = "The settlement of a trade, with the time of each step",
            description =
                    "A participant sees trades of its own account only, and of them its own side.")
    @APIResponse(
            responseCode = "200",
            description = "The instruction",
            content =
                    @Content(
                            schema = @Schema(implementation = TradeSettlement.class),
                            examples = @ExampleObject(name = "delivered", ref = "Instruction")))
    @APIResponse(responseCode = "404", ref = "TradeUnknown")
    public TradeSettlement show(
            @PathParam("trade")
                    @Parameter(example = "CN-17", schema = @Schema(type = SchemaType.STRING))
                    TradeId trade) {
        Instruction instruction = table.find(trade).orElseThrow(() -> unknown(trade));
        if (!caller.hasRole(Roles.PARTICIPANT)) {
            return TradeSettlement.whole(instruction);
        }
        return caller.account()
                .filter(own -> own.equals(instruction.buyer()) || own.equals(instruction.seller()))
                .map(own -> TradeSettlement.as(own, instruction))
                .orElseThrow(() -> unknown(trade));
    }

    /** Somebody else's trade looks like none. */
    private static Refusal unknown(TradeId trade) {
        return Refusal.notFound("TRADE_UNKNOWN", "There is no trade " + trade + " of yours.");
    }
}

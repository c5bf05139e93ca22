package org.carbonmarket.trading.marketdata.candles;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.trading.projection.ProjectedCandles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A market operator has the candles made anew. */
@Path("/candles/rebuilding")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Market operator")
public class CandleRebuildingResource {

    static final String REBUILT =
            """
            {"candles": 4711}\
            """;
    static final String NOT_ALLOWED =
            """
            {"type": "urn:carbonmarket:problem:ROLE_NOT_ALLOWED",
             "title": "Not allowed", "status": 403, "code": "ROLE_NOT_ALLOWED",
             "detail": "The token's roles do not allow this request.",
             "instance": "/api/v1/candles/rebuilding"}\
            """;

    private final ProjectedCandles candles;

    @Inject
    CandleRebuildingResource(ProjectedCandles candles) {
        this.candles = candles;
    }

    /** How many candles were made. */
    record Rebuilt(int candles) {}

    @POST
    @Blocking
    @RolesAllowed(Roles.MARKET_OPERATOR)
    @Operation(
            summary = "Make every candle anew from the trades",
            description = "Changes nothing unless the candles were damaged.")
    @APIResponse(
            responseCode = "200",
            description = "The candles are those of the trades",
            content =
                    @Content(
                            schema = @Schema(implementation = Rebuilt.class),
                            examples = @ExampleObject(name = "rebuilt", value = REBUILT)))
    @APIResponse(
            responseCode = "403",
            description = "Only a market operator",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "role", value = NOT_ALLOWED)))
    public Rebuilt rebuild() {
        return new Rebuilt(candles.rebuild());
    }
}

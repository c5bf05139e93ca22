package org.carbonmarket.trading.surveillance;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.trading.http.FormFields;
import org.carbonmarket.trading.projection.AsOf;
import org.carbonmarket.trading.projection.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Alerts and large positions, for the market operator and those who supervise it. */
@Path("/markets/{market}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed({Roles.MARKET_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
@Tag(name = "Surveillance")
public class SurveillanceResource {

    private static final String PROBLEM = "application/problem+json";

    static final String ALERTS =
            """
            {"asOf": "2021-07-21T14:00:00+08:00", "items": [
             {"alert": 1, "day": "2021-07-21", "kind": "WASH_TRADE", "product": "CEA",
              "accounts": ["POWER-001", "POWER-002"],
              "evidence": ["Trade CN-131: POWER-001 sold 500 t to POWER-002; both are under control G1."],
              "at": "2021-07-21T13:59:59+08:00"}]}\
            """;
    static final String POSITIONS =
            """
            {"asOf": "2021-07-21T14:00:00+08:00", "items": [
             {"day": "2021-07-21", "account": "POWER-001", "product": "CEA", "tonnes": 810000,
              "limit": 1000000, "at": "2021-07-21T13:40:00+08:00"}]}\
            """;
    static final String BAD_CURSOR =
            """
            {"type": "urn:carbonmarket:problem:CURSOR_INVALID",
             "title": "The request cannot be read", "status": 400,
             "code": "CURSOR_INVALID", "field": "cursor",
             "detail": "Take the cursor from the page before.",
             "instance": "/api/v1/markets/CN/alerts"}\
            """;

    private final AlertRows alerts;
    private final LargePositionRows positions;
    private final AsOf asOf;

    @Inject
    SurveillanceResource(AlertRows alerts, LargePositionRows positions, AsOf asOf) {
        this.alerts = alerts;
        this.positions = positions;
        this.asOf = asOf;
    }

    @GET
    @Path("/alerts")
    @Operation(summary = "Alerts with their evidence, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of alerts",
            content =
                    @Content(
                            schema = @Schema(implementation = Page.class),
                            examples = @ExampleObject(name = "alerts", value = ALERTS)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is malformed",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples = @ExampleObject(name = "cursor", value = BAD_CURSOR)))
    public Page<AlertView> alerts(
            @PathParam("market") String marketName,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Market market = FormFields.market(marketName);
        int size = Page.size(limit);
        List<AlertRow> rows = alerts.page(market, Page.before(cursor), size + 1);
        return Page.of(asOf.of(market), rows, size, row -> row.number, AlertRow::view);
    }

    @GET
    @Path("/large-positions")
    @Operation(summary = "Positions that reached their share of the limit, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of reports",
            content =
                    @Content(
                            schema = @Schema(implementation = Page.class),
                            examples = @ExampleObject(name = "positions", value = POSITIONS)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is malformed",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples = @ExampleObject(name = "cursor", value = BAD_CURSOR)))
    public Page<LargePositionView> positions(
            @PathParam("market") String marketName,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Market market = FormFields.market(marketName);
        int size = Page.size(limit);
        List<LargePositionRow> rows = positions.page(market, Page.before(cursor), size + 1);
        return Page.of(asOf.of(market), rows, size, row -> row.number, LargePositionRow::view);
    }
}

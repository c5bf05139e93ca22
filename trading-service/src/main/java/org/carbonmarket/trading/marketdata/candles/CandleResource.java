package org.carbonmarket.trading.marketdata.candles;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.trading.http.FormFields;
import org.carbonmarket.trading.projection.AsOf;
import org.carbonmarket.trading.projection.CandleSpan;
import org.carbonmarket.trading.projection.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Candles for everybody. */
@Path("/markets/{market}/products/{product}/candles")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@PermitAll
@Tag(name = "Market data")
public class CandleResource {

    static final String CANDLES =
            """
            {"asOf": "2021-07-16T09:32:00+08:00", "items": [
             {"start": "2021-07-16T09:31:00+08:00", "day": "2021-07-16", "open": "48.00",
              "high": "48.20", "low": "48.00", "close": "48.10", "volume": 1200,
              "amount": "57720.00", "trades": 3}], "next": "MTYyNjM5OTA2MA"}\
            """;
    static final String BAD_SPAN =
            """
            {"type": "urn:carbonmarket:problem:SPAN_INVALID",
             "title": "The request cannot be read", "status": 400,
             "code": "SPAN_INVALID", "field": "span",
             "detail": "The field span cannot be read: it is none of the names allowed.",
             "instance": "/api/v1/markets/CN/products/CEA/candles"}\
            """;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final CandleQuery query;
    private final AsOf asOf;

    @Inject
    CandleResource(CandleQuery query, AsOf asOf) {
        this.query = query;
        this.asOf = asOf;
    }

    @GET
    @Operation(summary = "Candles of listed trades, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of candles",
            content =
                    @Content(
                            schema = @Schema(implementation = Page.class),
                            examples = @ExampleObject(name = "minutes", value = CANDLES)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is missing or malformed",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "span", value = BAD_SPAN)))
    public Page<CandleView> candles(
            @PathParam("market") String marketName,
            @PathParam("product") String productCode,
            @Parameter(description = "MINUTE or DAY") @QueryParam("span") @Nullable String span,
            @Parameter(description = "The first day, as 2021-07-16") @QueryParam("from")
                    @Nullable String from,
            @Parameter(description = "The last day") @QueryParam("to") @Nullable String to,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Market market = FormFields.market(marketName);
        CandleQuery.Asked asked =
                new CandleQuery.Asked(
                        market,
                        FormFields.product(productCode),
                        FormFields.choice("span", span, CandleSpan.class, "SPAN_INVALID"),
                        from == null ? EARLIEST : FormFields.day("from", from),
                        to == null ? LATEST : FormFields.day("to", to),
                        Page.before(cursor));
        if (asked.from().isAfter(asked.to())) {
            throw new Refusal(400, "DAYS_REVERSED", "from", "The first day is after the last.");
        }
        int size = Page.size(limit);
        List<CandleView> found = query.page(asked, size + 1);
        return Page.of(
                asOf.of(market),
                found,
                size,
                candle -> candle.start().toEpochSecond(),
                candle -> candle);
    }
}

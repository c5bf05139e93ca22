package org.carbonmarket.trading.marketdata;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.trading.QuoteEvent.QuotePublished;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.trading.http.FormFields;
import org.carbonmarket.trading.projection.AsOf;
import org.carbonmarket.trading.projection.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What everybody may see, without a token. */
@Path("/markets/{market}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@PermitAll
@Tag(name = "Market data")
public class MarketDataResource {

    private static final String PROBLEM = "application/problem+json";

    private final MarketDataQuery query;
    private final PublicTrades trades;
    private final AsOf asOf;

    @Inject
    MarketDataResource(MarketDataQuery query, PublicTrades trades, AsOf asOf) {
        this.query = query;
        this.trades = trades;
        this.asOf = asOf;
    }

    @GET
    @Path("/session")
    @Operation(summary = "Where the trading day stands")
    @APIResponse(
            responseCode = "200",
            description = "Day and phase",
            content =
                    @Content(
                            schema = @Schema(implementation = SessionView.class),
                            examples =
                                    @ExampleObject(
                                            name = "session",
                                            value = MarketDataExamples.SESSION)))
    @APIResponse(
            responseCode = "404",
            description = "No such market",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = MarketDataExamples.NO_MARKET)))
    public SessionView session(@PathParam("market") String marketName) {
        return query.session(FormFields.market(marketName));
    }

    @GET
    @Path("/products")
    @Operation(summary = "Products with the day's limits")
    @APIResponse(
            responseCode = "200",
            description = "Every listed product",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = ProductView.class),
                            examples =
                                    @ExampleObject(
                                            name = "products",
                                            value = MarketDataExamples.PRODUCTS)))
    @APIResponse(
            responseCode = "404",
            description = "No such market",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = MarketDataExamples.NO_MARKET)))
    public List<ProductView> products(@PathParam("market") String marketName) {
        return query.products(FormFields.market(marketName));
    }

    @GET
    @Path("/products/{product}/quote")
    @Operation(summary = "The real-time quote with the best five levels of each side")
    @APIResponse(
            responseCode = "200",
            description = "The newest quote",
            content =
                    @Content(
                            schema = @Schema(implementation = QuotePublished.class),
                            examples =
                                    @ExampleObject(
                                            name = "quote",
                                            value = MarketDataExamples.QUOTE)))
    @APIResponse(
            responseCode = "404",
            description = "The product has no quote yet",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "none",
                                            value = MarketDataExamples.NO_QUOTE)))
    public String quote(
            @PathParam("market") String marketName, @PathParam("product") String productCode) {
        Market market = FormFields.market(marketName);
        return query.quote(market, FormFields.product(productCode))
                .orElseThrow(() ->
                        new Refusal(
                                404,
                                "QUOTE_UNKNOWN",
                                null,
                                "The product has no quote in this market yet."));
    }

    @GET
    @Path("/trades")
    @Operation(summary = "Time and sales, newest first, without parties")
    @APIResponse(
            responseCode = "200",
            description = "A page of trades",
            content =
                    @Content(
                            schema = @Schema(implementation = Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "trades",
                                            value = MarketDataExamples.TRADES)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is malformed",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "cursor",
                                            value = MarketDataExamples.BAD_CURSOR)))
    public Page<TradeExecuted> trades(
            @PathParam("market") String marketName,
            @QueryParam("product") @Nullable String productCode,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Market market = FormFields.market(marketName);
        int size = Page.size(limit);
        ProductCode product = productCode == null ? null : FormFields.product(productCode);
        var rows = trades.page(market, product, Page.before(cursor), size + 1);
        return Page.of(asOf.of(market), rows, size, row -> row.sequence, TradeRow::view);
    }
}

package org.carbonmarket.reporting.trades;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.reporting.http.QueryParameters;
import org.carbonmarket.reporting.topics.AsOf;
import org.carbonmarket.reporting.topics.TopicProgress;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The public list of trades, newest first. */
@Path("/trades")
@Produces(MediaType.APPLICATION_JSON)
public class TradesResource {

    private final PublicTrades trades;
    private final TopicProgress progress;

    TradesResource(PublicTrades trades, TopicProgress progress) {
        this.trades = trades;
        this.progress = progress;
    }

    /**
     * One page.
     *
     * @param next the cursor of the page after this one, absent on the last
     */
    public record Trades(AsOf asOf, List<PublicTrade> trades, @Nullable String next) {}

    @GET
    @PermitAll
    @Operation(
            summary = "Public trades",
            description =
                    "Newest first, without parties; next is the cursor of the following page.")
    @Parameter(
            name = "market",
            in = ParameterIn.QUERY,
            description = "CN when absent",
            example = "CN")
    @Parameter(name = "product", in = ParameterIn.QUERY, example = "CEA")
    @Parameter(name = "day", in = ParameterIn.QUERY, example = "2021-07-16")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "next of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 1000, 100 when absent")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            value =
                                                    """
                                                    {"asOf":{"time":"2021-07-16T09:30:00+08:00","sequences":{"trading.trades-0":1}},
                                                     "trades":[{"trade":"CN-1","day":"2021-07-16","product":"CEA","method":"LISTED",
                                                     "price":"48.00","quantity":100,"amount":"4800.00","taker":"BUY",
                                                     "at":"2021-07-16T09:30:00+08:00"}]}
                                                    """)))
    @APIResponse(
            responseCode = "400",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            value =
                                                    """
                                                    {"type":"about:blank","title":"Bad Request","status":400,
                                                     "code":"LIMIT_OUT_OF_RANGE","field":"limit",
                                                     "detail":"A page has 1 to 1000 rows."}
                                                    """)))
    public Trades trades(@Context UriInfo request) {
        QueryParameters query =
                QueryParameters.of(request, "market", "product", "day", "cursor", "limit");
        Long cursor = query.cursor();
        int limit = query.limit();
        AsOf asOf = progress.asOf(Topic.TRADING_TRADES);
        List<PublicTrade> found =
                trades.find(
                        query.marketOr(Market.CN),
                        cursor == null ? Long.MAX_VALUE : cursor,
                        query.product(),
                        query.day("day"),
                        limit + 1);
        boolean more = found.size() > limit;
        List<PublicTrade> page = more ? found.subList(0, limit) : found;
        String next = more ? Long.toString(page.getLast().trade().sequence()) : null;
        return new Trades(asOf, page, next);
    }
}

package org.carbonmarket.reporting.quotes;

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
import org.carbonmarket.events.trading.QuoteEvent.QuotePublished;
import org.carbonmarket.reporting.http.QueryParameters;
import org.carbonmarket.reporting.topics.AsOf;
import org.carbonmarket.reporting.topics.TopicProgress;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The newest quotes, for the web page. */
@Path("/quotes")
@Produces(MediaType.APPLICATION_JSON)
public class QuotesResource {

    private final Quotes quotes;
    private final TopicProgress progress;

    QuotesResource(Quotes quotes, TopicProgress progress) {
        this.quotes = quotes;
        this.progress = progress;
    }

    /** The answer. */
    public record QuoteBoard(AsOf asOf, List<QuotePublished> quotes) {}

    @GET
    @PermitAll
    @Operation(
            summary = "Newest quotes",
            description = "Every product of a market, five levels a side, by product.")
    @Parameter(name = "market", in = ParameterIn.QUERY, description = "CN when absent")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            value =
                                                    """
                                                    {"asOf":{"time":"2021-07-16T10:00:00+08:00","sequences":{"trading.quotes-0":9}},
                                                     "quotes":[{"market":"CN","product":"CEA","day":"2021-07-16","phase":"OPEN",
                                                     "asOf":812,"previousClose":"48.00","lowerLimit":"43.20","upperLimit":"52.80",
                                                     "last":"50.00","open":"48.00","high":"50.00","low":"48.00","average":"49.10",
                                                     "volume":1000,"amount":"49100.00",
                                                     "bids":[{"price":"49.99","quantity":200,"orders":2}],"asks":[],
                                                     "at":"2021-07-16T10:00:00+08:00"}]}
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
                                                     "code":"MARKET_UNKNOWN","field":"market",
                                                     "detail":"The markets are [CN, HB, GD]."}
                                                    """)))
    public QuoteBoard quotes(@Context UriInfo request) {
        Market market = QueryParameters.of(request, "market").marketOr(Market.CN);
        AsOf asOf = progress.asOf(Topic.TRADING_QUOTES);
        return new QuoteBoard(asOf, quotes.of(market));
    }
}

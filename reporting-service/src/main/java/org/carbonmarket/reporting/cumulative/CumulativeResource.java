package org.carbonmarket.reporting.cumulative;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.reporting.dailysheet.DailySheets;
import org.carbonmarket.reporting.dailysheet.SheetRow;
import org.carbonmarket.reporting.http.QueryParameters;
import org.carbonmarket.reporting.topics.AsOf;
import org.carbonmarket.reporting.topics.TopicProgress;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Volume and amount since launch. */
@Path("/cumulative")
@Produces(MediaType.APPLICATION_JSON)
public class CumulativeResource {

    private final DailySheets sheets;
    private final TopicProgress progress;

    CumulativeResource(DailySheets sheets, TopicProgress progress) {
        this.sheets = sheets;
        this.progress = progress;
    }

    /** The answer. */
    public record Markets(AsOf asOf, List<Cumulative> markets) {}

    @GET
    @PermitAll
    @Operation(
            summary = "Cumulative volume and amount",
            description = "Since launch, per market, with each day's own figures.")
    @Parameter(name = "market", in = ParameterIn.QUERY, description = "all when absent")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            value =
                                                    """
                                                    {"asOf":{"time":"2021-07-16T15:00:00+08:00","sequences":{"trading.trades-0":1200}},
                                                     "markets":[{"market":"CN","since":"2021-07-16","trades":1200,"volume":4103953,
                                                     "amount":"210230053.25","days":[{"day":"2021-07-16","trades":1200,
                                                     "volume":4103953,"amount":"210230053.25","cumulativeVolume":4103953,
                                                     "cumulativeAmount":"210230053.25"}]}]}
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
    public Markets cumulative(@Context UriInfo request) {
        Market asked = QueryParameters.of(request, "market").market();
        AsOf asOf = progress.asOf(Topic.TRADING_TRADES, Topic.TRADING_SESSIONS);
        List<Market> markets = asked == null ? Arrays.asList(Market.values()) : List.of(asked);
        return new Markets(asOf, markets.stream().map(this::of).toList());
    }

    private Cumulative of(Market market) {
        DailySheets.Selection all = new DailySheets.Selection(market, null, null, null);
        return Cumulative.of(market, sheets.find(all).stream().map(SheetRow::sheet).toList());
    }
}

package org.carbonmarket.reporting.dailysheet;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.reporting.http.QueryParameters;
import org.carbonmarket.reporting.topics.AsOf;
import org.carbonmarket.reporting.topics.TopicProgress;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The daily sheets, as JSON and as CSV. */
@Path("/daily-sheets")
public class DailySheetResource {

    private static final String CSV = "text/csv";
    private static final String PROBLEM = "application/problem+json";

    private final DailySheets sheets;
    private final TopicProgress progress;

    DailySheetResource(DailySheets sheets, TopicProgress progress) {
        this.sheets = sheets;
        this.progress = progress;
    }

    /** The answer. */
    public record Sheets(AsOf asOf, List<DailySheet> sheets) {}

    /** The two forms of the answer. */
    enum Format {
        JSON,
        CSV
    }

    @GET
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            summary = "Daily sheets",
            description =
                    "By market, day and product. PROVISIONAL while the day lasts, FINAL once"
                            + " trading stated its close. CSV by Accept: text/csv or ?format=csv.")
    @Parameter(name = "market", in = ParameterIn.QUERY, example = "CN")
    @Parameter(name = "day", in = ParameterIn.QUERY, example = "2021-07-16")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "first day, inclusive")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "last day, inclusive")
    @Parameter(name = "product", in = ParameterIn.QUERY, example = "CEA")
    @Parameter(name = "format", in = ParameterIn.QUERY, description = "json or csv")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Sheets.class),
                            examples = @ExampleObject(value = SheetExamples.SHEETS)))
    @APIResponse(
            responseCode = "400",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples = @ExampleObject(value = SheetExamples.DAY_MALFORMED)))
    public Response sheets(@Context UriInfo request, @Context HttpHeaders headers) {
        QueryParameters query =
                QueryParameters.of(request, "market", "day", "from", "to", "product", "format");
        Format format = query.choice("format", Format.class);
        DailySheets.Selection selection = selection(query);
        AsOf asOf = progress.asOf(Topic.TRADING_TRADES, Topic.TRADING_SESSIONS);
        List<DailySheet> found = sheets.find(selection).stream().map(SheetRow::sheet).toList();
        if (format == Format.CSV || (format == null && asksForCsv(headers))) {
            return Response.ok(SheetCsv.of(found), CSV + ";charset=UTF-8").build();
        }
        return Response.ok(new Sheets(asOf, found), MediaType.APPLICATION_JSON).build();
    }

    private static boolean asksForCsv(HttpHeaders headers) {
        MediaType best = headers.getAcceptableMediaTypes().getFirst();
        return best.getType().equals("text") && best.getSubtype().equals("csv");
    }

    private static DailySheets.Selection selection(QueryParameters query) {
        LocalDate day = query.day("day");
        LocalDate from = query.day("from");
        LocalDate to = query.day("to");
        if (day != null && (from != null || to != null)) {
            throw QueryParameters.refusal(
                    "PERIOD_AMBIGUOUS", "day", "Give one day, or a period from and to, not both.");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw QueryParameters.refusal(
                    "PERIOD_REVERSED", "to", "The period ends before it begins.");
        }
        return new DailySheets.Selection(
                query.market(), day == null ? from : day, day == null ? to : day, query.product());
    }
}

package org.carbonmarket.registry.reports;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.carbonmarket.registry.reports.PublicReport.Field;
import org.carbonmarket.registry.reports.ReportReader.Asked;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The public reports, for anybody and without a login. */
@Path("/reports/{report}")
@PermitAll
@Tag(name = "Reports")
class ReportResource {

    private static final Set<String> NO_FILTER = Set.of("cursor", "limit");
    private static final String FILTERS =
            "Reports: accounts, holdings, transactions, retirements, compliance. Any column of the"
                    + " report may be given as a parameter; rows that have that value are told.";
    private static final String PAGE =
            """
            {"items":[{"account":"POWER-1","name":"Example Power Co.",\
            "kind":"KEY_EMITTING_UNIT","state":"ACTIVE","province":"Hubei","sector":"power"}],\
            "next":"UE9XRVItMQ"}\
            """;
    private static final String CSV =
            """
            account,name,kind,state,province,sector\r
            POWER-1,Example Power Co.,KEY_EMITTING_UNIT,ACTIVE,Hubei,power\r
            """;
    private static final String UNKNOWN =
            """
            {"type":"urn:carbonmarket:problem:REPORT_UNKNOWN","title":"Not found","status":404,\
            "code":"REPORT_UNKNOWN","detail":"There is no report 'weather'."}\
            """;

    private final ReportReader reader;

    ReportResource(ReportReader reader) {
        this.reader = reader;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A public report, page by page", description = FILTERS)
    @APIResponse(
            responseCode = "200",
            description = "A page of rows",
            content = @Content(examples = @ExampleObject(name = "accounts", value = PAGE)))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    @APIResponse(
            responseCode = "404",
            description = "No such report",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "unknown", value = UNKNOWN)))
    public Page<Map<String, Object>> page(
            @PathParam("report") String report,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        PageRequest request = PageRequest.of(cursor, limit);
        Asked asked = asked(report, uri);
        String key = asked.report().key().name();
        return Page.of(
                reader.page(asked, request.after(), request.limit() + 1),
                request,
                row -> row,
                row -> String.valueOf(row.get(key)));
    }

    @GET
    @Path("/csv")
    @Produces("text/csv")
    @Operation(summary = "A public report whole, as CSV", description = FILTERS)
    @APIResponse(
            responseCode = "200",
            description = "Streamed",
            content =
                    @Content(
                            mediaType = "text/csv",
                            examples = @ExampleObject(name = "accounts", value = CSV)))
    @APIResponse(
            responseCode = "404",
            description = "No such report",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "unknown", value = UNKNOWN)))
    public Response csv(@PathParam("report") String report, @Context UriInfo uri) {
        Asked asked = asked(report, uri);
        StreamingOutput stream = out -> reader.csv(asked, out);
        return download(stream, asked, "csv");
    }

    @GET
    @Path("/xlsx")
    @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    @Operation(summary = "A public report whole, as a workbook", description = FILTERS)
    @APIResponse(
            responseCode = "200",
            description = "Streamed",
            content =
                    @Content(
                            mediaType =
                                    "application/vnd.openxmlformats-officedocument.spreadsheetml"
                                            + ".sheet",
                            examples = @ExampleObject(name = "workbook", value = "PK")))
    @APIResponse(
            responseCode = "404",
            description = "No such report",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "unknown", value = UNKNOWN)))
    public Response xlsx(@PathParam("report") String report, @Context UriInfo uri) {
        Asked asked = asked(report, uri);
        StreamingOutput stream = out -> reader.xlsx(asked, out);
        return download(stream, asked, "xlsx");
    }

    private static Response download(StreamingOutput stream, Asked asked, String ending) {
        return Response.ok(stream)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + asked.report().path() + "." + ending + "\"")
                .build();
    }

    private static Asked asked(String name, UriInfo uri) {
        PublicReport report =
                PublicReport.named(name)
                        .orElseThrow(() ->
                                Refusal.notFound(
                                        "REPORT_UNKNOWN", "There is no report '" + name + "'."));
        Map<Field, String> filters = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> given : uri.getQueryParameters().entrySet()) {
            if (!NO_FILTER.contains(given.getKey())) {
                filters.put(column(report, given.getKey()), given.getValue().getFirst());
            }
        }
        Asked asked = new Asked(report, filters);
        asked.parameters(null, 0);
        return asked;
    }

    private static Field column(PublicReport report, String name) {
        return report.field(name)
                .orElseThrow(() ->
                        new Refusal(
                                400,
                                "PARAMETER_UNKNOWN",
                                name,
                                "The report has no column " + name + "."));
    }
}

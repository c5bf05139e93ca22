package org.carbonmarket.registry.compliance;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.registry.ComplianceEvent.ComplianceState;
import org.carbonmarket.registry.compliance.ObligationTable.AccountYear;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How units stand: public, as the compliance report is (Registration Rules, Chapter 5). */
@Path("/obligations")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Compliance")
class ObligationResource {

    private final Obligations obligations;
    private final ObligationTable table;

    ObligationResource(Obligations obligations, ObligationTable table) {
        this.obligations = obligations;
        this.table = table;
    }

    @GET
    @Operation(summary = "Obligations by year and account; public")
    @APIResponse(
            responseCode = "200",
            description = "A page of obligations",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "page",
                                            value = ComplianceExamples.OBLIGATIONS)))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    public Page<ObligationView> list(
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("state") @Nullable ComplianceState state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        return Page.of(
                table.page(year, state, after(request.after()), request.limit() + 1),
                request,
                ObligationView::of,
                each -> each.year() + " " + each.account());
    }

    private static AccountYear after(@Nullable String key) {
        if (key == null) {
            return new AccountYear(0, "");
        }
        int blank = key.indexOf(' ');
        try {
            return new AccountYear(
                    Integer.parseInt(key.substring(0, Math.max(0, blank))),
                    key.substring(blank + 1));
        } catch (NumberFormatException foreign) {
            throw new Refusal(
                    400, "CURSOR_MALFORMED", "cursor", "The cursor is not one this list gave out.");
        }
    }

    @GET
    @Path("/{account}/{year}")
    @Operation(summary = "One unit's obligation for one year; public")
    @APIResponse(
            responseCode = "200",
            description = "The obligation",
            content =
                    @Content(
                            schema = @Schema(implementation = ObligationView.class),
                            examples =
                                    @ExampleObject(
                                            name = "obligation",
                                            value = ComplianceExamples.OBLIGATION)))
    @APIResponse(
            responseCode = "404",
            description = "No obligation for that year",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = ComplianceExamples.UNKNOWN)))
    public ObligationView show(
            @PathParam("account") AccountId account, @PathParam("year") int year) {
        return ObligationView.of(obligations.find(account, year));
    }
}

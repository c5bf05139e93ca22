package org.carbonmarket.settlement.statements;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.request.Fields;
import org.carbonmarket.events.quantity.AccountId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Statements of several days. */
@Path("/accounts/{account}/statements")
@Tag(name = "Statements")
@RolesAllowed({Roles.PARTICIPANT, Roles.SETTLEMENT_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
class PeriodStatementResource {

    private final Statements statements;
    private final Caller caller;

    PeriodStatementResource(Statements statements, Caller caller) {
        this.statements = statements;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The account's money over the days from one to another, both included",
            description = "At most a year. Ask for application/json, text/csv or application/pdf.")
    @APIResponse(
            responseCode = "200",
            description = "The statement",
            content =
                    @Content(
                            schema = @Schema(implementation = Statement.class),
                            examples = @ExampleObject(name = "answer", ref = "PeriodStatement")))
    @APIResponse(responseCode = "400", ref = "ParameterRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    @APIResponse(responseCode = "422", ref = "PeriodRefused")
    public Statement show(
            @PathParam("account") AccountId account,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("until") @Nullable LocalDate until) {
        caller.requireAccount(account);
        return statements.ofPeriod(
                account, Fields.parameter("from", from), Fields.parameter("until", until));
    }

    @GET
    @Produces("text/csv;qs=0.5")
    @Operation(summary = "The statement as CSV", operationId = "periodStatementAsCsv")
    @APIResponse(
            responseCode = "200",
            description = "A line per balance and entry",
            content = @Content(examples = @ExampleObject(name = "csv", ref = "StatementCsv")))
    public String csv(
            @PathParam("account") AccountId account,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("until") @Nullable LocalDate until) {
        return StatementCsv.of(show(account, from, until));
    }

    @GET
    @Produces("application/pdf;qs=0.4")
    @Operation(summary = "The statement as PDF", operationId = "periodStatementAsPdf")
    @APIResponse(responseCode = "200", description = "In Chinese and English, on A4")
    public byte[] pdf(
            @PathParam("account") AccountId account,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("until") @Nullable LocalDate until) {
        return StatementPdf.of(show(account, from, until));
    }
}

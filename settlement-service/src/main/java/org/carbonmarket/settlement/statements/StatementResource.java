package org.carbonmarket.settlement.statements;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.events.quantity.AccountId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Statements of a day (Settlement Rules: published to each participant after clearing). */
@Path("/accounts/{account}/statements/{day}")
@Tag(name = "Statements")
@RolesAllowed({Roles.PARTICIPANT, Roles.SETTLEMENT_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
class StatementResource {

    private final Statements statements;
    private final Caller caller;

    StatementResource(Statements statements, Caller caller) {
        this.statements = statements;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The account's money over a day",
            description =
                    "Ask for application/json, text/csv or application/pdf. The participant may"
                            + " object until the next opening; none is assent.")
    @APIResponse(
            responseCode = "200",
            description = "The statement",
            content =
                    @Content(
                            schema = @Schema(implementation = Statement.class),
                            examples = @ExampleObject(name = "answer", ref = "Statement")))
    @APIResponse(responseCode = "400", ref = "ParameterRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    public Statement show(
            @PathParam("account") AccountId account, @PathParam("day") LocalDate day) {
        caller.requireAccount(account);
        return statements.ofDay(account, day);
    }

    @GET
    @Produces("text/csv;qs=0.5")
    @Operation(
            summary = "The statement as CSV: opening, entries, fees, closing",
            operationId = "statementAsCsv")
    @APIResponse(
            responseCode = "200",
            description = "A line per balance and entry",
            content = @Content(examples = @ExampleObject(name = "csv", ref = "StatementCsv")))
    public String csv(@PathParam("account") AccountId account, @PathParam("day") LocalDate day) {
        return StatementCsv.of(show(account, day));
    }

    @GET
    @Produces("application/pdf;qs=0.4")
    @Operation(summary = "The statement as PDF", operationId = "statementAsPdf")
    @APIResponse(responseCode = "200", description = "In Chinese and English, on A4")
    public byte[] pdf(@PathParam("account") AccountId account, @PathParam("day") LocalDate day) {
        return StatementPdf.of(show(account, day));
    }
}

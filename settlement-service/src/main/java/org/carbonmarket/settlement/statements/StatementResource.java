package org.carbonmarket.settlement.statements;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.settlement.accounts.Accounts;
import org.carbonmarket.settlement.funds.ledger.FundsReader;
import org.carbonmarket.settlement.funds.ledger.FundsView;
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

    private final FundsReader reader;
    private final Accounts accounts;
    private final Caller caller;

    StatementResource(FundsReader reader, Accounts accounts, Caller caller) {
        this.reader = reader;
        this.accounts = accounts;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The account's money over a day")
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
        return statement(account, day);
    }

    @GET
    @Transactional
    @Produces("text/csv;qs=0.5")
    @Operation(
            summary = "The statement as CSV: opening, entries, fees, closing",
            operationId = "statementAsCsv")
    @APIResponse(
            responseCode = "200",
            description = "A line per balance and entry",
            content = @Content(examples = @ExampleObject(name = "csv", ref = "StatementCsv")))
    public String csv(@PathParam("account") AccountId account, @PathParam("day") LocalDate day) {
        return statement(account, day).csv();
    }

    private Statement statement(AccountId account, LocalDate day) {
        caller.requireAccount(account);
        accounts.requireKnown(account);
        OffsetDateTime from = day.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
        OffsetDateTime until = from.plusDays(1);
        return new Statement(
                account,
                day,
                FundsView.of(reader.balanceBefore(account, from)),
                reader.postingsBetween(account, from, until),
                reader.feesBetween(account, from, until),
                FundsView.of(reader.balanceBefore(account, until)));
    }
}

package org.carbonmarket.settlement.bank.reconciliation;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The bank's end-of-day statements against the ledger. */
@Path("/bank/statements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bank")
class ReconciliationResource {

    private final Reconciliations reconciliations;
    private final Caller caller;

    ReconciliationResource(Reconciliations reconciliations, Caller caller) {
        this.reconciliations = reconciliations;
        this.caller = caller;
    }

    @POST
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @RolesAllowed({Roles.SETTLEMENT_OPERATOR, Roles.SETTLEMENT_BANK})
    @Operation(
            summary = "Take a camt.053 file: the bank's statement of a day",
            description =
                    "Schema: camt.053.001.08 as agreed with the bank. It moves no money: it is"
                            + " compared with the ledger, and every difference is listed. The first"
                            + " statement of a day stands; the same again gets the same answer,"
                            + " another is refused and raises an alarm.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_XML,
                            examples = @ExampleObject(name = "camt.053", ref = "Camt053")))
    @APIResponse(
            responseCode = "200",
            description = "The comparison",
            content =
                    @Content(
                            schema = @Schema(implementation = Reconciliation.class),
                            examples = {
                                @ExampleObject(name = "equal", ref = "Reconciled"),
                                @ExampleObject(name = "different", ref = "NotReconciled")
                            }))
    @APIResponse(responseCode = "400", ref = "BankFileMalformed")
    @APIResponse(responseCode = "409", ref = "BankStatementChanged")
    @APIResponse(responseCode = "413", ref = "BankFileTooLarge")
    @APIResponse(responseCode = "422", ref = "BankFileRefused")
    public Reconciliation take(byte[] file) {
        return reconciliations
                .take(body(file), caller.name())
                .orElseThrow(() ->
                        Refusal.conflict(
                                "BANK_STATEMENT_CHANGED",
                                "The bank has sent another statement of that day before, which"
                                        + " stands."));
    }

    @GET
    @Path("/{day}")
    @RolesAllowed({Roles.SETTLEMENT_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "A day's comparison, as of now")
    @APIResponse(
            responseCode = "200",
            description = "The comparison",
            content =
                    @Content(
                            schema = @Schema(implementation = Reconciliation.class),
                            examples = @ExampleObject(name = "different", ref = "NotReconciled")))
    @APIResponse(responseCode = "400", ref = "ParameterRefused")
    @APIResponse(responseCode = "404", ref = "BankStatementUnknown")
    public Reconciliation show(@PathParam("day") LocalDate day) {
        return reconciliations.show(day);
    }

    @GET
    @RolesAllowed({Roles.SETTLEMENT_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "Comparisons of the days with a statement, newest first, as of now")
    @APIResponse(
            responseCode = "200",
            description = "A page of comparisons",
            content =
                    @Content(examples = @ExampleObject(name = "page", ref = "ReconciliationPage")))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    public Page<Reconciliation> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        return Page.of(
                reconciliations.page(after(request), request.limit() + 1),
                request,
                compared -> compared,
                compared -> compared.day().toString());
    }

    private static @Nullable LocalDate after(PageRequest request) {
        try {
            return request.after() == null ? null : LocalDate.parse(request.after());
        } catch (DateTimeParseException foreign) {
            throw new Refusal(
                    400, "CURSOR_MALFORMED", "cursor", "The cursor is not one this list gave out.");
        }
    }
}

package org.carbonmarket.settlement.funds.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.carbonmarket.edge.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ledger as a whole, for those who audit it. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@RolesAllowed({Roles.SETTLEMENT_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
class LedgerResource {

    private final FundsReader reader;
    private final LedgerVerification verification;

    LedgerResource(FundsReader reader, LedgerVerification verification) {
        this.reader = reader;
        this.verification = verification;
    }

    @GET
    @Path("/funds/totals")
    @Operation(summary = "All money at settlement: what came, what went, and where it is")
    @APIResponse(
            responseCode = "200",
            description = "The totals in yuan",
            content =
                    @Content(
                            schema = @Schema(implementation = FundsTotals.class),
                            examples = @ExampleObject(name = "answer", ref = "FundsTotals")))
    public FundsTotals totals() {
        return reader.totals();
    }

    @GET
    @Path("/ledger/verification")
    @Operation(
            summary = "Verify every posting's hash, and every balance against its entries",
            description =
                    "Walks the whole chain; the first altered, missing or misplaced posting is"
                            + " named. Keep the head hash: it vouches for all before it.")
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content =
                    @Content(
                            schema = @Schema(implementation = LedgerVerdict.class),
                            examples = @ExampleObject(name = "answer", ref = "LedgerIntact")))
    public LedgerVerdict verify() {
        return verification.verify();
    }
}

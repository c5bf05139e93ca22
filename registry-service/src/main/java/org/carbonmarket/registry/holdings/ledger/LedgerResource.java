package org.carbonmarket.registry.holdings.ledger;

import static org.carbonmarket.edge.request.Fields.parameter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.registry.products.Products;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The ledger as a whole, for those who audit it. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@RolesAllowed({Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
class LedgerResource {

    private static final String COPY_LINE =
            """
            {"posting":17,"reason":"ENTRUSTMENT","document":"CN","actor":"POWER-1",\
            "at":"2021-07-15T15:00+08:00","previousHash":"3b1f","hash":"9ac2",\
            "entries":[{"place":"POWER-1","bucket":"AVAILABLE","kind":"CEA","amount":-500},\
            {"place":"POWER-1","bucket":"IN_TRADING","kind":"CEA","amount":500}]}\
            """;

    private final HoldingsReader reader;
    private final LedgerVerification verification;
    private final LedgerExport export;
    private final Products products;

    LedgerResource(
            HoldingsReader reader,
            LedgerVerification verification,
            LedgerExport export,
            Products products) {
        this.reader = reader;
        this.verification = verification;
        this.export = export;
        this.products = products;
    }

    @GET
    @Path("/holdings/totals")
    @Operation(summary = "A product over all accounts: issued, and the sum of each bucket")
    @APIResponse(
            responseCode = "200",
            description = "The totals in tonnes",
            content =
                    @Content(
                            schema = @Schema(implementation = ProductTotals.class),
                            examples = @ExampleObject(name = "totals", ref = "ProductTotals")))
    @APIResponse(responseCode = "404", ref = "ProductUnknown")
    @APIResponse(responseCode = "400", ref = "ParameterMissing")
    public ProductTotals totals(@QueryParam("product") @Nullable ProductCode product) {
        ProductCode asked = parameter("product", product);
        if (products.find(asked).isEmpty()) {
            throw new Refusal(
                    404, "PRODUCT_UNKNOWN", "product", "There is no product " + asked + ".");
        }
        return reader.totalsOf(asked);
    }

    @GET
    @Path("/ledger/verification")
    @Operation(
            summary = "Verify every posting's hash, and every holding against its entries",
            description =
                    "Walks the whole chain; the first altered, missing or misplaced posting is"
                            + " named. Keep the head hash: it vouches for all before it.")
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content =
                    @Content(
                            schema = @Schema(implementation = LedgerVerdict.class),
                            examples = {
                                @ExampleObject(name = "intact", ref = "LedgerIntact"),
                                @ExampleObject(name = "altered", ref = "LedgerAltered")
                            }))
    public LedgerVerdict verify() {
        return verification.verify();
    }

    @GET
    @Path("/ledger/copy")
    @Produces("application/x-ndjson")
    @Operation(
            summary = "A copy of the whole ledger, to be verified without it",
            description =
                    "A line of JSON for each posting in order, and a last line with the recorded"
                            + " end of the chain; streamed. `./market verify-ledger` reads it.")
    @APIResponse(
            responseCode = "200",
            description = "The copy",
            content =
                    @Content(
                            mediaType = "application/x-ndjson",
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "line", value = COPY_LINE)))
    public StreamingOutput copy() {
        return export::writeTo;
    }
}

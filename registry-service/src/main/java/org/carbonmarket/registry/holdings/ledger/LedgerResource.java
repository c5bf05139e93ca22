package org.carbonmarket.registry.holdings.ledger;

import static org.carbonmarket.edge.request.Fields.parameter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

    private final HoldingsReader reader;
    private final LedgerVerification verification;
    private final Products products;

    LedgerResource(HoldingsReader reader, LedgerVerification verification, Products products) {
        this.reader = reader;
        this.verification = verification;
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
}

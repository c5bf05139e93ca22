package org.carbonmarket.trading.operations;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.events.marketlog.MarketCommand.Halt;
import org.carbonmarket.events.marketlog.MarketCommand.ListProduct;
import org.carbonmarket.events.marketlog.MarketCommand.Request;
import org.carbonmarket.events.marketlog.MarketCommand.Resume;
import org.carbonmarket.events.marketlog.MarketCommand.SetRules;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.trading.answers.Answer;
import org.carbonmarket.trading.answers.RequestNumbers;
import org.carbonmarket.trading.http.FormFields;
import org.carbonmarket.trading.http.Unanswered;
import org.carbonmarket.trading.marketlog.MarketLog;
import org.carbonmarket.trading.operations.OperatorForms.Halting;
import org.carbonmarket.trading.operations.OperatorForms.Listing;
import org.carbonmarket.trading.operations.OperatorForms.Recorded;
import org.carbonmarket.trading.operations.OperatorForms.Rules;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The market operator's desk. A request is answered when the market's log has it; what it changed
 * is told on {@code trading.sessions} and shown by the market's session and products.
 */
@Path("/markets/{market}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MARKET_OPERATOR)
@Tag(name = "Market operator")
@APIResponse(
        responseCode = "202",
        description = "Recorded on the market's log",
        content =
                @Content(
                        schema = @Schema(implementation = Recorded.class),
                        examples =
                                @ExampleObject(
                                        name = "recorded",
                                        value = OperatorResource.RECORDED)))
@APIResponse(
        responseCode = "400",
        description = "A field is missing or malformed",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        examples =
                                @ExampleObject(name = "missing", value = OperatorResource.MISSING)))
public class OperatorResource {

    static final String RECORDED =
            """
            {"command": "5f0c19a2d7e84b36-3", "position": 12}\
            """;
    static final String MISSING =
            """
            {"type": "urn:carbonmarket:problem:FIELD_MISSING",
             "title": "The request cannot be read", "status": 400,
             "code": "FIELD_MISSING", "field": "product",
             "detail": "The field product is required.",
             "instance": "/api/v1/markets/CN/products"}\
            """;
    static final String LISTING =
            """
            {"product": "CEA", "referencePrice": "48.00"}\
            """;
    static final String RULES =
            """
            {"band": 1000, "largestOrder": 99999, "feePerMillion": 300, "smallestFee": "0.00",
             "positionLimit": 100000000, "blockBand": 3000, "smallestBlock": 100000,
             "largePosition": 8000}\
            """;
    static final String HALTING =
            """
            {"product": "CEA", "reason": "Unusual price movement under review"}\
            """;

    private final MarketLog log;
    private final RequestNumbers numbers;
    private final BusinessClock clock;

    @Inject
    OperatorResource(MarketLog log, RequestNumbers numbers, BusinessClock clock) {
        this.log = log;
        this.numbers = numbers;
        this.clock = clock;
    }

    @POST
    @Path("/products")
    @NonBlocking
    @Operation(summary = "List a product for trading from the next opening on")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Listing.class),
                            examples = @ExampleObject(name = "listing", value = LISTING)))
    public CompletionStage<Response> list(
            @PathParam("market") String marketName, @Nullable Listing form) {
        Market market = FormFields.market(marketName);
        Listing listing = required(form, "product");
        return record(
                new ListProduct(
                        market,
                        numbers.next(),
                        FormFields.product(listing.product()),
                        listing.referencePrice() == null
                                ? null
                                : FormFields.price("referencePrice", listing.referencePrice()),
                        clock.now()));
    }

    @POST
    @Path("/rules")
    @NonBlocking
    @Operation(summary = "Set the rules in force from the next opening on")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Rules.class),
                            examples = @ExampleObject(name = "rules", value = RULES)))
    public CompletionStage<Response> setRules(
            @PathParam("market") String marketName, @Nullable Rules form) {
        Market market = FormFields.market(marketName);
        Rules rules = required(form, "band");
        return record(
                new SetRules(
                        market,
                        numbers.next(),
                        FormFields.number("band", rules.band(), 1, 9_999),
                        FormFields.tonnes("largestOrder", rules.largestOrder()),
                        FormFields.number("feePerMillion", rules.feePerMillion(), 0, 100_000),
                        FormFields.money("smallestFee", rules.smallestFee()),
                        FormFields.tonnes("positionLimit", rules.positionLimit()),
                        rules.blockBand() == null
                                ? null
                                : FormFields.number("blockBand", rules.blockBand(), 1, 5_000),
                        rules.smallestBlock() == null
                                ? null
                                : FormFields.tonnes("smallestBlock", rules.smallestBlock()),
                        rules.largePosition() == null
                                ? null
                                : FormFields.number(
                                        "largePosition", rules.largePosition(), 1, 10_000),
                        clock.now()));
    }

    @POST
    @Path("/halts")
    @NonBlocking
    @Operation(summary = "Halt a product, or the whole market when none is named")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Halting.class),
                            examples = @ExampleObject(name = "halt", value = HALTING)))
    public CompletionStage<Response> halt(
            @PathParam("market") String marketName, @Nullable Halting form) {
        Market market = FormFields.market(marketName);
        Halting halting = required(form, "reason");
        return record(
                new Halt(
                        market,
                        numbers.next(),
                        halting.product() == null ? null : FormFields.product(halting.product()),
                        FormFields.reason(halting.reason()),
                        clock.now()));
    }

    @POST
    @Path("/resumptions")
    @NonBlocking
    @Operation(summary = "End a halt")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Halting.class),
                            examples = @ExampleObject(name = "resumption", value = HALTING)))
    public CompletionStage<Response> resume(
            @PathParam("market") String marketName, @Nullable Halting form) {
        Market market = FormFields.market(marketName);
        Halting resumption = required(form, "reason");
        return record(
                new Resume(
                        market,
                        numbers.next(),
                        resumption.product() == null
                                ? null
                                : FormFields.product(resumption.product()),
                        FormFields.reason(resumption.reason()),
                        clock.now()));
    }

    private CompletionStage<Response> record(Request request) {
        return log.append(request)
                .handle((position, failure) -> {
                    if (failure != null) {
                        throw Unanswered.of(new Answer.Unknown());
                    }
                    return Response.accepted(new Recorded(request.command(), position)).build();
                });
    }

    private static <T> T required(@Nullable T form, String field) {
        if (form == null) {
            throw FormFields.missing(field);
        }
        return form;
    }
}

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
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.marketlog.MarketCommand.SetProductRules;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.SupervisionEvent.RequestDone;
import org.carbonmarket.events.trading.SupervisionEvent.RequestRefused;
import org.carbonmarket.trading.answers.Answer;
import org.carbonmarket.trading.answers.Answers;
import org.carbonmarket.trading.answers.RequestNumbers;
import org.carbonmarket.trading.http.FormFields;
import org.carbonmarket.trading.http.Unanswered;
import org.carbonmarket.trading.operations.OperatorForms.ProductRules;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Price bands and a position limit of a product's own. */
@Path("/markets/{market}/products/{product}/rules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MARKET_OPERATOR)
@Tag(name = "Market operator")
public class ProductRulesResource {

    static final String RULES =
            """
            {"band": 500, "blockBand": 2000}\
            """;
    static final String DONE =
            """
            {"market": "CN", "command": "5f0c19a2d7e84b36-31", "at": "2021-07-16T16:10:00+08:00"}\
            """;
    static final String OUT_OF_RANGE =
            """
            {"type": "urn:carbonmarket:problem:NUMBER_OUT_OF_RANGE",
             "title": "The request cannot be read", "status": 400,
             "code": "NUMBER_OUT_OF_RANGE", "field": "band",
             "detail": "This is a whole number from 1 to 5000.",
             "instance": "/api/v1/markets/CN/products/CEA/rules"}\
            """;
    static final String UNKNOWN =
            """
            {"type": "urn:carbonmarket:problem:PRODUCT_UNKNOWN",
             "title": "The request cannot be done", "status": 422,
             "code": "PRODUCT_UNKNOWN", "field": "product",
             "detail": "The product CEA30 is not listed in this market.",
             "instance": "/api/v1/markets/CN/products/CEA30/rules"}\
            """;

    private static final String PROBLEM = "application/problem+json";
    private static final int WIDEST_BAND = 5_000;

    private final Answers answers;
    private final RequestNumbers numbers;
    private final BusinessClock clock;

    @Inject
    ProductRulesResource(Answers answers, RequestNumbers numbers, BusinessClock clock) {
        this.answers = answers;
        this.numbers = numbers;
        this.clock = clock;
    }

    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Set what differs for one product from the next opening on",
            description = "Replaces what was set for it before; an empty object takes it all back.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ProductRules.class),
                            examples = @ExampleObject(name = "rules", value = RULES)))
    @APIResponse(
            responseCode = "200",
            description = "In force from the next opening on",
            content =
                    @Content(
                            schema = @Schema(implementation = RequestDone.class),
                            examples = @ExampleObject(name = "done", value = DONE)))
    @APIResponse(responseCode = "202", description = "The answer did not come in time")
    @APIResponse(
            responseCode = "400",
            description = "A field is malformed",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples = @ExampleObject(name = "range", value = OUT_OF_RANGE)))
    @APIResponse(
            responseCode = "422",
            description = "The market refused; the code says why",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples = @ExampleObject(name = "unknown", value = UNKNOWN)))
    public CompletionStage<Response> set(
            @PathParam("market") String marketName,
            @PathParam("product") String product,
            @Nullable ProductRules rules) {
        Market market = FormFields.market(marketName);
        if (rules == null) {
            throw FormFields.missing("band");
        }
        return answers.ask(
                        new SetProductRules(
                                market,
                                numbers.next(),
                                FormFields.product(product),
                                band("band", rules.band()),
                                band("blockBand", rules.blockBand()),
                                rules.positionLimit() == null
                                        ? null
                                        : FormFields.tonnes("positionLimit", rules.positionLimit()),
                                clock.now()))
                .thenApply(ProductRulesResource::response);
    }

    private static @Nullable Integer band(String field, @Nullable Long value) {
        return value == null ? null : FormFields.number(field, value, 1, WIDEST_BAND);
    }

    private static Response response(Answer answer) {
        return switch (answer) {
            case Answer.Answered(RequestDone done) -> Response.ok(done).build();
            case Answer.Answered(RequestRefused refused) ->
                    throw new Refusal(
                            422, refused.code().name(), refused.field(), refused.detail());
            case Answer.Answered(PublishedEvent other) ->
                    throw new IllegalStateException("no answer to an operator: " + other);
            case Answer.Outstanding _ -> Response.accepted().build();
            case Answer.Unknown unknown -> throw Unanswered.of(unknown);
            case Answer.Overloaded overloaded -> throw Unanswered.of(overloaded);
        };
    }
}

package org.carbonmarket.trading.releases;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.marketlog.MarketCommand.ReleaseAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.ReleaseFunds;
import org.carbonmarket.events.marketlog.MarketCommand.Request;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.carbonmarket.trading.answers.RequestNumbers;
import org.carbonmarket.trading.http.FormFields;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes allowances and money out of trading, back to registry and settlement. */
@Path("/markets/{market}/releases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Releases")
public class ReleaseResource {

    private final EnterRelease releases;
    private final RequestNumbers numbers;
    private final BusinessClock clock;
    private final Caller caller;

    @Inject
    ReleaseResource(
            EnterRelease releases, RequestNumbers numbers, BusinessClock clock, Caller caller) {
        this.releases = releases;
        this.numbers = numbers;
        this.clock = clock;
        this.caller = caller;
    }

    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PARTICIPANT)
    @Operation(
            summary = "Take value out of trading",
            description =
                    "Sellable allowances go back to the registry, free and settled money to"
                            + " settlement. What orders reserve, what was bought today and"
                            + " proceeds not yet settled stay. With an Idempotency-Key the same"
                            + " release sent again gets the first answer, and never happens twice;"
                            + " keys belong to an account and market and are kept for good.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReleaseForm.class),
                            examples = {
                                @ExampleObject(
                                        name = "allowances",
                                        value = ReleaseExamples.ALLOWANCES),
                                @ExampleObject(name = "money", value = ReleaseExamples.FUNDS)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "It left trading",
            content =
                    @Content(
                            schema = @Schema(implementation = FundsReleased.class),
                            examples =
                                    @ExampleObject(
                                            name = "released",
                                            value = ReleaseExamples.RELEASED)))
    @APIResponse(
            responseCode = "202",
            description = "The answer did not come in time; read the release at its URL",
            content =
                    @Content(
                            schema = @Schema(implementation = ReleaseView.class),
                            examples =
                                    @ExampleObject(
                                            name = "pending",
                                            value = ReleaseExamples.PENDING)))
    @APIResponse(
            responseCode = "400",
            description = "A field is missing or malformed",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "incomplete",
                                            value = ReleaseExamples.INCOMPLETE)))
    @APIResponse(
            responseCode = "422",
            description = "It may not leave",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = {
                                @ExampleObject(
                                        name = "unsettled",
                                        value = ReleaseExamples.UNSETTLED),
                                @ExampleObject(name = "key reused", value = ReleaseExamples.REUSED)
                            }))
    public CompletionStage<Response> release(
            @PathParam("market") String marketName,
            @Parameter(description = "1 to 64 letters, digits, . _ : -; optional")
                    @HeaderParam("Idempotency-Key")
                    @Nullable String idempotencyKey,
            @Nullable ReleaseForm form) {
        Market market = FormFields.market(marketName);
        if (form == null) {
            throw FormFields.missing("account");
        }
        AccountId account = FormFields.account(form.account());
        caller.requireAccount(account);
        Request request = request(market, account, form);
        return releases.release(
                new ReleaseRequests.Asked(
                        market,
                        request.command(),
                        account,
                        FormFields.idempotencyKey(idempotencyKey),
                        digest(request),
                        request.at()),
                request);
    }

    @GET
    @Path("/{command}")
    @Blocking
    @RolesAllowed({Roles.PARTICIPANT, Roles.MARKET_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "A release and what became of it")
    @APIResponse(
            responseCode = "200",
            description = "The release as far as it is known",
            content =
                    @Content(
                            schema = @Schema(implementation = ReleaseView.class),
                            examples = @ExampleObject(name = "done", value = ReleaseExamples.DONE)))
    @APIResponse(
            responseCode = "404",
            description = "No such release of the caller's",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = ReleaseExamples.UNKNOWN)))
    public ReleaseView release(
            @PathParam("market") String marketName, @PathParam("command") String command) {
        Market market = FormFields.market(marketName);
        return releases.find(market, command)
                .filter(view -> caller.account().map(view.account()::equals).orElse(true))
                .orElseThrow(() ->
                        new Refusal(404, "RELEASE_UNKNOWN", null, "There is no such release."));
    }

    /** The same release has the same digest however its JSON was written. */
    private static String digest(Request request) {
        return switch (request) {
            case ReleaseFunds funds -> funds.amount().toString();
            case ReleaseAllowances allowances -> allowances.product() + "|" + allowances.tonnes();
            default -> throw new IllegalArgumentException("no release: " + request);
        };
    }

    private Request request(Market market, AccountId account, ReleaseForm form) {
        boolean isMoney = form.amount() != null;
        boolean isAllowances = form.product() != null || form.tonnes() != null;
        if (isMoney == isAllowances) {
            throw new Refusal(
                    400,
                    "RELEASE_AMBIGUOUS",
                    "amount",
                    "State either product and tonnes, or amount.");
        }
        return isMoney
                ? new ReleaseFunds(
                        market,
                        numbers.next(),
                        account,
                        FormFields.amount("amount", form.amount()),
                        clock.now())
                : new ReleaseAllowances(
                        market,
                        numbers.next(),
                        account,
                        FormFields.product(form.product()),
                        FormFields.tonnes("tonnes", form.tonnes()),
                        clock.now());
    }
}

package org.carbonmarket.registry.compliance;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.carbonmarket.edge.idempotency.Idempotency;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.registry.accounts.Accounts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Meeting one's own obligation. */
@Path("/accounts/{account}/surrenders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Compliance")
class SurrenderResource {

    private final Surrenders surrenders;
    private final SurrenderTable table;
    private final Accounts accounts;
    private final Idempotency idempotency;
    private final Caller caller;

    SurrenderResource(
            Surrenders surrenders,
            SurrenderTable table,
            Accounts accounts,
            Idempotency idempotency,
            Caller caller) {
        this.surrenders = surrenders;
        this.table = table;
        this.accounts = accounts;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Transactional
    @RolesAllowed(Roles.PARTICIPANT)
    @Operation(
            summary = "Surrender allowances, or offset with credits, against a year's obligation",
            description =
                    "Any part of what is owed. Credits, by project or fungible, are retired and"
                        + " meet at most the plan's share. With an Idempotency-Key a retry within"
                        + " 24 hours gets the first answer.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SurrenderAllowances.class),
                            examples =
                                    @ExampleObject(
                                            name = "allowances",
                                            value = ComplianceExamples.SURRENDER)))
    @APIResponse(
            responseCode = "201",
            description = "Surrendered for good",
            content =
                    @Content(
                            schema = @Schema(implementation = Surrender.class),
                            examples =
                                    @ExampleObject(
                                            name = "surrendered",
                                            value = ComplianceExamples.SURRENDERED)))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(
            responseCode = "404",
            description = "No obligation for that year",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = ComplianceExamples.UNKNOWN)))
    @APIResponse(
            responseCode = "409",
            description = "More than is owed, than credits may meet, or than is held",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = {
                                @ExampleObject(
                                        name = "exceeded",
                                        value = ComplianceExamples.EXCEEDED),
                                @ExampleObject(
                                        name = "offset",
                                        value = ComplianceExamples.OFFSET_LIMIT)
                            }))
    @APIResponse(
            responseCode = "422",
            description = "The product is not admitted, or there is none",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "vintage",
                                            value = ComplianceExamples.NOT_ADMITTED)))
    public Response surrender(
            @PathParam("account") AccountId account,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable SurrenderAllowances request) {
        caller.requireAccount(account);
        SurrenderAllowances asked = body(request).checked();
        Surrender done =
                idempotency.once(
                        account.value(),
                        key,
                        asked,
                        Surrender.class,
                        () -> surrenders.surrender(account, asked, caller.name()));
        return Response.status(Response.Status.CREATED).entity(done).build();
    }

    @GET
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "What was surrendered for the account, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of surrenders",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "page",
                                            value = ComplianceExamples.SURRENDERS)))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    public Page<SurrenderTable.Line> list(
            @PathParam("account") AccountId account,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        caller.requireAccount(account);
        accounts.requireKnown(account);
        return Page.of(
                table.page(account, request.afterNumber(), request.limit() + 1),
                request,
                line -> line,
                line -> Long.toString(line.posting()));
    }
}

package org.carbonmarket.registry.cancellations;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.carbonmarket.events.quantity.AccountId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Giving up allowances: proposed by the holder, approved by another of it or by an operator. */
@Path("/accounts/{account}/cancellations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holdings")
class CancellationResource {

    private static final String PROPOSE =
            """
            {"product":"CEA24","tonnes":100,"beneficiary":"Example Forum",\
            "reason":"Climate-neutral conference"}\
            """;
    private static final String PROPOSED =
            """
            {"cancellation":"CL-1","account":"FUND-1","product":"CEA24","tonnes":100,\
            "beneficiary":"Example Forum","reason":"Climate-neutral conference",\
            "state":"PROPOSED","proposedBy":"FUND-1","proposedAt":"2025-11-20T10:00:00+08:00",\
            "expiresAt":"2025-11-22T10:00:00+08:00"}\
            """;
    private static final String PAGE = "{\"items\":[" + PROPOSED + "]}";
    private static final String RETIRED =
            """
            {"type":"urn:carbonmarket:problem:CREDITS_ARE_RETIRED",\
            "title":"The request cannot be done","status":422,"code":"CREDITS_ARE_RETIRED",\
            "field":"product",\
            "detail":"Credits are not cancelled but retired, which names their serials."}\
            """;

    private final Cancellations cancellations;
    private final Caller caller;

    CancellationResource(Cancellations cancellations, Caller caller) {
        this.cancellations = cancellations;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.PARTICIPANT)
    @Operation(summary = "Propose to cancel allowances of free will")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ProposeCancellation.class),
                            examples = @ExampleObject(name = "propose", value = PROPOSE)))
    @APIResponse(
            responseCode = "201",
            description = "Waits two days for a second person",
            content =
                    @Content(
                            schema = @Schema(implementation = Cancellation.class),
                            examples = @ExampleObject(name = "proposed", value = PROPOSED)))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(
            responseCode = "422",
            description = "A field is refused, or the product is a credit",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "credit", value = RETIRED)))
    public Response propose(
            @PathParam("account") AccountId account, @Nullable ProposeCancellation asked) {
        caller.requireAccount(account);
        return Response.status(Response.Status.CREATED)
                .entity(cancellations.propose(account, body(asked).checked(), caller.name()))
                .build();
    }

    @POST
    @Path("/{cancellation}/approval")
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR})
    @Operation(summary = "Cancel, on a second person's word within two days")
    @APIResponse(
            responseCode = "200",
            description = "Cancelled for good",
            content =
                    @Content(
                            schema = @Schema(implementation = Cancellation.class),
                            examples = @ExampleObject(name = "proposed", value = PROPOSED)))
    @APIResponse(responseCode = "403", ref = "SamePerson")
    @APIResponse(responseCode = "409", ref = "HoldingShort")
    public Cancellation approve(
            @PathParam("account") AccountId account,
            @PathParam("cancellation") String cancellation) {
        caller.requireAccount(account);
        return cancellations.approve(account, cancellation, caller.name());
    }

    @GET
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "The account's cancellations, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of cancellations",
            content = @Content(examples = @ExampleObject(name = "page", value = PAGE)))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    public Page<Cancellation> list(
            @PathParam("account") AccountId account,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        caller.requireAccount(account);
        return Page.of(
                cancellations.page(account, request.afterNumber(), request.limit() + 1),
                request,
                each -> each,
                each -> Long.toString(each.number()));
    }
}

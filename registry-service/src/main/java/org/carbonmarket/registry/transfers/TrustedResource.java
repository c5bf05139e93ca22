package org.carbonmarket.registry.transfers;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.events.quantity.AccountId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The accounts one gives to without delay and cap. */
@Path("/accounts/{account}/trusted-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Transfers")
class TrustedResource {

    private final TrustedAccounts trusted;
    private final TrustedTable table;
    private final Caller caller;

    TrustedResource(TrustedAccounts trusted, TrustedTable table, Caller caller) {
        this.trusted = trusted;
        this.table = table;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR})
    @Operation(summary = "Propose a trusted account")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TrustAccount.class),
                            examples =
                                    @ExampleObject(name = "trust", value = TransferExamples.TRUST)))
    @APIResponse(
            responseCode = "201",
            description = "Waits two days for a second person",
            content =
                    @Content(
                            schema = @Schema(implementation = TrustedAccount.class),
                            examples =
                                    @ExampleObject(
                                            name = "trusted",
                                            value = TransferExamples.TRUSTED)))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    public Response propose(@PathParam("account") AccountId account, @Nullable TrustAccount asked) {
        caller.requireAccount(account);
        return Response.status(Response.Status.CREATED)
                .entity(trusted.propose(account, body(asked).trusted(), caller.name()))
                .build();
    }

    @POST
    @Path("/{trusted}/approval")
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR})
    @Operation(
            summary = "Approve a trusted account, by a second person within two days",
            description = "It counts from the fourth working day on.")
    @APIResponse(
            responseCode = "200",
            description = "Approved",
            content =
                    @Content(
                            schema = @Schema(implementation = TrustedAccount.class),
                            examples =
                                    @ExampleObject(
                                            name = "trusted",
                                            value = TransferExamples.TRUSTED)))
    @APIResponse(responseCode = "403", ref = "SamePerson")
    @APIResponse(
            responseCode = "409",
            description = "The proposal is too old",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "expired",
                                            value = TransferExamples.EXPIRED)))
    public TrustedAccount approve(
            @PathParam("account") AccountId account, @PathParam("trusted") AccountId receiver) {
        caller.requireAccount(account);
        return trusted.approve(account, receiver, caller.name());
    }

    @DELETE
    @Path("/{trusted}")
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR})
    @Operation(summary = "Take an account off the list, at once")
    @APIResponse(
            responseCode = "200",
            description = "The list without it",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "list", value = TransferExamples.LIST)))
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    public List<TrustedAccount> remove(
            @PathParam("account") AccountId account, @PathParam("trusted") AccountId receiver) {
        caller.requireAccount(account);
        trusted.remove(account, receiver);
        return table.of(account);
    }

    @GET
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "The account's trusted accounts")
    @APIResponse(
            responseCode = "200",
            description = "The list",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "list", value = TransferExamples.LIST)))
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    public List<TrustedAccount> list(@PathParam("account") AccountId account) {
        caller.requireAccount(account);
        return table.of(account);
    }
}

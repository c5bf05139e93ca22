package org.carbonmarket.registry.accounts;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Opening, reviewing, restricting and closing accounts. */
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
class AccountResource {

    private final Accounts accounts;
    private final Caller caller;

    AccountResource(Accounts accounts, Caller caller) {
        this.accounts = accounts;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "Record an application for an account; it is PENDING until activated")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = OpenAccount.class),
                            examples = @ExampleObject(name = "unit", ref = "OpenAccount")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = AccountView.class),
                            examples = @ExampleObject(name = "pending", ref = "PendingAccount")))
    @APIResponse(responseCode = "409", ref = "AccountExists")
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "422", ref = "FieldRefused")
    public Response open(@Nullable OpenAccount application) {
        OpenAccount asked = body(application);
        Account account = accounts.open(asked.account(), asked.subject(), caller.name());
        return Response.created(UriBuilder.fromPath("{account}").build(account.account()))
                .entity(AccountView.of(account))
                .build();
    }

    @GET
    @RolesAllowed({
        Roles.REGISTRY_OPERATOR,
        Roles.MARKET_OPERATOR,
        Roles.SETTLEMENT_OPERATOR,
        Roles.REGULATOR,
        Roles.AUDITOR
    })
    @Operation(summary = "All accounts by number, narrowed by state and control group")
    @APIResponse(
            responseCode = "200",
            description = "A page of accounts",
            content = @Content(examples = @ExampleObject(name = "page", ref = "AccountPage")))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    public Page<AccountView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("controlGroup") @Nullable String controlGroup,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        return Page.of(
                accounts.page(stateOf(state), controlGroup, request.after(), request.limit() + 1),
                request,
                AccountView::of,
                account -> account.account().value());
    }

    @GET
    @Path("/{account}")
    @RolesAllowed({
        Roles.PARTICIPANT,
        Roles.REGISTRY_OPERATOR,
        Roles.MARKET_OPERATOR,
        Roles.SETTLEMENT_OPERATOR,
        Roles.REGULATOR,
        Roles.AUDITOR
    })
    @Operation(summary = "One account; a participant sees its own")
    @APIResponse(
            responseCode = "200",
            description = "The account",
            content =
                    @Content(
                            schema = @Schema(implementation = AccountView.class),
                            examples = @ExampleObject(name = "active", ref = "ActiveAccount")))
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    public AccountView show(@PathParam("account") AccountId account) {
        caller.requireAccount(account);
        return AccountView.of(accounts.find(account));
    }

    @POST
    @Path("/{account}/activation")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "Activate a reviewed or restricted account; repeated, changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "Active",
            content =
                    @Content(
                            schema = @Schema(implementation = AccountView.class),
                            examples = @ExampleObject(name = "active", ref = "ActiveAccount")))
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    @APIResponse(responseCode = "409", ref = "AccountStateRefused")
    public AccountView activate(@PathParam("account") AccountId account) {
        return become(AccountState.ACTIVE, account);
    }

    @POST
    @Path("/{account}/restriction")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "Restrict an active account; repeated, changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "Restricted",
            content =
                    @Content(
                            schema = @Schema(implementation = AccountView.class),
                            examples =
                                    @ExampleObject(name = "restricted", ref = "RestrictedAccount")))
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    @APIResponse(responseCode = "409", ref = "AccountStateRefused")
    public AccountView restrict(@PathParam("account") AccountId account) {
        return become(AccountState.RESTRICTED, account);
    }

    @POST
    @Path("/{account}/closing")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "Close an account whose holdings are empty; repeated, changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "Closed for good",
            content =
                    @Content(
                            schema = @Schema(implementation = AccountView.class),
                            examples = @ExampleObject(name = "closed", ref = "ClosedAccount")))
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    @APIResponse(responseCode = "409", ref = "ClosingRefused")
    public AccountView close(@PathParam("account") AccountId account) {
        return become(AccountState.CLOSED, account);
    }

    @PUT
    @Path("/{account}/control-group")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(
            summary = "Say who controls an account, for surveillance; repeated, changes nothing",
            description = "Accounts of one control group are related; none takes it out.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RelateAccount.class),
                            examples = @ExampleObject(name = "group", ref = "RelateAccount")))
    @APIResponse(
            responseCode = "200",
            description = "Related",
            content =
                    @Content(
                            schema = @Schema(implementation = AccountView.class),
                            examples = @ExampleObject(name = "active", ref = "ActiveAccount")))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    @APIResponse(responseCode = "422", ref = "FieldRefused")
    public AccountView relate(
            @PathParam("account") AccountId account, @Nullable RelateAccount asked) {
        return AccountView.of(accounts.relate(account, body(asked).checkedGroup(), caller.name()));
    }

    private AccountView become(AccountState next, AccountId account) {
        return AccountView.of(accounts.become(next, account, caller.name()));
    }

    private static @Nullable AccountState stateOf(@Nullable String asked) {
        try {
            return asked == null ? null : AccountState.valueOf(asked);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(
                    400,
                    "PARAMETER_MALFORMED",
                    "state",
                    "A state is PENDING, ACTIVE, RESTRICTED or CLOSED.");
        }
    }
}

package org.carbonmarket.registry.province;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.request.Fields;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which account keeps a province's withheld allowances. */
@Path("/provincial-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Provincial accounts")
class ProvinceResource {

    private static final int LONGEST_PROVINCE = 60;

    private final ProvincialAccounts accounts;
    private final Caller caller;

    ProvinceResource(ProvincialAccounts accounts, Caller caller) {
        this.accounts = accounts;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "Every province's account")
    @APIResponse(
            responseCode = "200",
            description = "The accounts by province",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "accounts", ref = "ProvincialAccounts")))
    public List<ProvincialAccount> list() {
        return accounts.all();
    }

    @PUT
    @Path("/{province}")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "Name the account that keeps a province's withheld allowances")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AssignProvince.class),
                            examples = @ExampleObject(name = "account", ref = "AssignProvince")))
    @APIResponse(
            responseCode = "200",
            description = "Named",
            content =
                    @Content(
                            schema = @Schema(implementation = ProvincialAccount.class),
                            examples = @ExampleObject(name = "named", ref = "ProvincialAccount")))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    @APIResponse(responseCode = "422", ref = "FieldRefused")
    public ProvincialAccount assign(
            @PathParam("province") String province, @Nullable AssignProvince asked) {
        return accounts.assign(
                Fields.text("province", province, LONGEST_PROVINCE),
                body(asked).account(),
                caller.name());
    }
}

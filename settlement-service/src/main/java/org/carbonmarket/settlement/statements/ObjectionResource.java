package org.carbonmarket.settlement.statements;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.settlement.accounts.Accounts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Objections to one day's statement. */
@Path("/accounts/{account}/statements/{day}/objections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statements")
class ObjectionResource {

    private final Objections objections;
    private final Accounts accounts;
    private final Caller caller;

    ObjectionResource(Objections objections, Accounts accounts, Caller caller) {
        this.objections = objections;
        this.accounts = accounts;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.PARTICIPANT)
    @Operation(
            summary = "Object to a day's statement",
            description = "Until a market opens on a later day; without an objection it is agreed.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = FileObjection.class),
                            examples = @ExampleObject(name = "request", ref = "FileObjection")))
    @APIResponse(
            responseCode = "201",
            description = "Filed",
            content =
                    @Content(
                            schema = @Schema(implementation = Objection.class),
                            examples = @ExampleObject(name = "answer", ref = "Objection")))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "409", ref = "ObjectionTooLate")
    @APIResponse(responseCode = "422", ref = "ObjectionRefused")
    public Response file(
            @PathParam("account") AccountId account,
            @PathParam("day") LocalDate day,
            @Nullable FileObjection request) {
        caller.requireAccount(account);
        Objection filed =
                objections.file(account, day, body(request).checked().text(), caller.name());
        return Response.status(Response.Status.CREATED).entity(filed).build();
    }

    @GET
    @RolesAllowed({Roles.PARTICIPANT, Roles.SETTLEMENT_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "The objections to a day's statement and their answers")
    @APIResponse(
            responseCode = "200",
            description = "All of them, oldest first",
            content = @Content(examples = @ExampleObject(name = "list", ref = "ObjectionList")))
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    public List<Objection> list(
            @PathParam("account") AccountId account, @PathParam("day") LocalDate day) {
        caller.requireAccount(account);
        accounts.requireKnown(account);
        return objections.of(account, day);
    }
}

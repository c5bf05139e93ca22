package org.carbonmarket.settlement.statements;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.request.Page;
import org.carbonmarket.edge.request.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All objections, for those who answer them. */
@Path("/statement-objections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statements")
class ObjectionListResource {

    private final Objections objections;
    private final Caller caller;

    ObjectionListResource(Objections objections, Caller caller) {
        this.objections = objections;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.SETTLEMENT_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(
            summary = "Objections, oldest first",
            description = "With waiting=true only those without an answer.")
    @APIResponse(
            responseCode = "200",
            description = "A page of objections",
            content = @Content(examples = @ExampleObject(name = "page", ref = "ObjectionPage")))
    @APIResponse(responseCode = "400", ref = "CursorRefused")
    public Page<Objection> list(
            @QueryParam("waiting") @DefaultValue("false") boolean waiting,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = PageRequest.of(cursor, limit);
        return Page.of(
                objections.page(waiting, request.afterNumber(), request.limit() + 1),
                request,
                objection -> objection,
                objection -> Long.toString(objection.objection()));
    }

    @POST
    @Path("/{objection}/answer")
    @RolesAllowed(Roles.SETTLEMENT_OPERATOR)
    @Operation(summary = "Answer an objection, once")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AnswerObjection.class),
                            examples = @ExampleObject(name = "request", ref = "AnswerObjection")))
    @APIResponse(
            responseCode = "200",
            description = "Answered",
            content =
                    @Content(
                            schema = @Schema(implementation = Objection.class),
                            examples = @ExampleObject(name = "answer", ref = "AnsweredObjection")))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "404", ref = "ObjectionUnknown")
    @APIResponse(responseCode = "409", ref = "ObjectionAnswered")
    public Objection answer(
            @PathParam("objection") long objection, @Nullable AnswerObjection request) {
        return objections.answer(objection, body(request).checked().answer(), caller.name());
    }
}

package org.carbonmarket.registry.accounts.dossier;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.RolesAllowed;
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

/** An account's documents, their review, and who acts for it. */
@Path("/accounts/{account}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
class DossierResource {

    private final Dossiers dossiers;
    private final Caller caller;

    DossierResource(Dossiers dossiers, Caller caller) {
        this.dossiers = dossiers;
        this.caller = caller;
    }

    @GET
    @Path("/documents")
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "The account's documents")
    @APIResponse(
            responseCode = "200",
            description = "Metadata and digests",
            content = @Content(examples = @ExampleObject(name = "documents", ref = "Documents")))
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    public List<Document> documents(@PathParam("account") AccountId account) {
        caller.requireAccount(account);
        return dossiers.documents(account);
    }

    @POST
    @Path("/documents")
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR})
    @Operation(
            summary = "Add a document's metadata and SHA-256 digest",
            description = "The same digest again answers with the document that is there.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AddDocument.class),
                            examples = @ExampleObject(name = "licence", ref = "AddDocument")))
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            schema = @Schema(implementation = Document.class),
                            examples = @ExampleObject(name = "licence", ref = "Document")))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    @APIResponse(responseCode = "422", ref = "FieldRefused")
    public Response add(@PathParam("account") AccountId account, @Nullable AddDocument document) {
        caller.requireAccount(account);
        Document added = dossiers.add(account, body(document).checked(), caller.name());
        return Response.status(Response.Status.CREATED).entity(added).build();
    }

    @GET
    @Path("/reviews")
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "The reviews of the account's application, the latest first")
    @APIResponse(
            responseCode = "200",
            description = "The reviews",
            content = @Content(examples = @ExampleObject(name = "reviews", ref = "Reviews")))
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    public List<Review> reviews(@PathParam("account") AccountId account) {
        caller.requireAccount(account);
        return dossiers.reviews(account);
    }

    @POST
    @Path("/reviews")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(
            summary = "Accept the documents of an application, or return it",
            description =
                    "A pending account that came with documents is activated after a review that"
                            + " accepted all of them.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReviewApplication.class),
                            examples =
                                    @ExampleObject(name = "returned", ref = "ReviewApplication")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = Review.class),
                            examples = @ExampleObject(name = "accepted", ref = "Review")))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    @APIResponse(responseCode = "422", ref = "FieldRefused")
    public Response review(
            @PathParam("account") AccountId account, @Nullable ReviewApplication review) {
        Review recorded = dossiers.review(account, body(review).checked(), caller.name());
        return Response.status(Response.Status.CREATED).entity(recorded).build();
    }

    @GET
    @Path("/users")
    @RolesAllowed({Roles.PARTICIPANT, Roles.REGISTRY_OPERATOR, Roles.REGULATOR, Roles.AUDITOR})
    @Operation(summary = "Who acts for the account, and who did")
    @APIResponse(
            responseCode = "200",
            description = "The users by name",
            content = @Content(examples = @ExampleObject(name = "users", ref = "AccountUsers")))
    @APIResponse(responseCode = "403", ref = "NotYourAccount")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    public List<AccountUser> users(@PathParam("account") AccountId account) {
        caller.requireAccount(account);
        return dossiers.users(account);
    }

    @POST
    @Path("/users")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "Record a person who acts for the account")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AddUser.class),
                            examples = @ExampleObject(name = "user", ref = "AddUser")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = AccountUser.class),
                            examples = @ExampleObject(name = "user", ref = "AccountUser")))
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "404", ref = "AccountUnknown")
    @APIResponse(responseCode = "409", ref = "UserActsAlready")
    @APIResponse(responseCode = "422", ref = "FieldRefused")
    public Response addUser(@PathParam("account") AccountId account, @Nullable AddUser user) {
        AccountUser added = dossiers.add(account, body(user).checked(), caller.name());
        return Response.status(Response.Status.CREATED).entity(added).build();
    }

    @POST
    @Path("/users/{user}/ending")
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "End what a person may do for the account; repeated, changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "The users by name",
            content = @Content(examples = @ExampleObject(name = "users", ref = "AccountUsers")))
    @APIResponse(responseCode = "404", ref = "UserUnknown")
    public List<AccountUser> endUser(
            @PathParam("account") AccountId account, @PathParam("user") String user) {
        return dossiers.end(account, user, caller.name());
    }
}

package org.carbonmarket.registry.products;

import static org.carbonmarket.edge.request.Fields.body;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Recording and listing products. */
@Path("/products")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Products")
class ProductResource {

    private final Products products;
    private final Caller caller;

    ProductResource(Products products, Caller caller) {
        this.products = products;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.REGISTRY_OPERATOR)
    @Operation(summary = "Record a product")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RecordProduct.class),
                            examples = @ExampleObject(name = "allowance", ref = "Product")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = Product.class),
                            examples = @ExampleObject(name = "allowance", ref = "Product")))
    @APIResponse(responseCode = "409", ref = "ProductExists")
    @APIResponse(responseCode = "400", ref = "BodyRefused")
    @APIResponse(responseCode = "422", ref = "FieldRefused")
    public Response record(@Nullable RecordProduct asked) {
        Product product = body(asked).toProduct();
        products.record(product, caller.name());
        return Response.status(Response.Status.CREATED).entity(product).build();
    }

    @GET
    @PermitAll
    @Operation(summary = "Every product; public")
    @APIResponse(
            responseCode = "200",
            description = "The products by code",
            content = @Content(examples = @ExampleObject(name = "products", ref = "Products")))
    public List<Product> list() {
        return products.all();
    }
}

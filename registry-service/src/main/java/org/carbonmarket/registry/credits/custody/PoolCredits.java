package org.carbonmarket.registry.credits.custody;

import static org.carbonmarket.edge.request.Fields.positive;

import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.products.CreditProduct;

/** Which credits are to become fungible units: a project's vintage, and how many. */
record PoolCredits(ProductCode product, Tonnes tonnes) {

    PoolCredits checked() {
        positive("tonnes", tonnes);
        credits();
        return this;
    }

    CreditProduct credits() {
        return CreditProduct.of(product)
                .orElseThrow(() ->
                        new Refusal(
                                422,
                                "NO_SERIALS",
                                "product",
                                "Product " + product + " is no project's credits."));
    }
}

package org.carbonmarket.registry.products;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.ProductCode;
import org.hibernate.exception.ConstraintViolationException;

/** The registry's products. They are few, and none is ever changed. */
@ApplicationScoped
@Transactional
public class Products {

    private final BusinessClock clock;

    Products(BusinessClock clock) {
        this.clock = clock;
    }

    public Optional<Product> find(ProductCode product) {
        return ProductRow.<ProductRow>findByIdOptional(product.value()).map(ProductRow::toProduct);
    }

    /** Refuses a product the registry does not know. */
    public void requireKnown(ProductCode product) {
        if (find(product).isEmpty()) {
            throw Refusal.unprocessable(
                    "PRODUCT_UNKNOWN", "product", "There is no product " + product + ".");
        }
    }

    /** Every product by its code. */
    public List<Product> all() {
        return ProductRow.<ProductRow>listAll(Sort.by("product")).stream()
                .map(ProductRow::toProduct)
                .toList();
    }

    /** Records a product that the registry itself brings about, unless it is there already. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordIfAbsent(Product product, String actor) {
        if (find(product.product()).isEmpty()) {
            record(product, actor);
        }
    }

    void record(Product product, String actor) {
        try {
            new ProductRow(product, clock.now(), actor).persistAndFlush();
        } catch (ConstraintViolationException taken) {
            throw new Refusal(
                    409,
                    "PRODUCT_EXISTS",
                    "product",
                    "Product " + product.product() + " exists already.");
        }
    }
}

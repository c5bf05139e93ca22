package org.carbonmarket.trading.engine.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;
import org.jspecify.annotations.Nullable;

/** The products this market has heard of, in the order it first did. */
public final class Products {

    private final Map<ProductCode, Product> byCode = new HashMap<>();
    private final List<Product> all = new ArrayList<>();

    public @Nullable Product find(ProductCode code) {
        return byCode.get(code);
    }

    /** The product, known from now on. */
    public Product know(ProductCode code) {
        return byCode.computeIfAbsent(code, this::add);
    }

    public Product at(int index) {
        return all.get(index);
    }

    public List<Product> all() {
        return Collections.unmodifiableList(all);
    }

    /** Those that have limits and a book. */
    public List<Product> opened() {
        return all.stream().filter(Product::isOpened).toList();
    }

    private Product add(ProductCode code) {
        Product product = new Product(all.size(), code);
        all.add(product);
        return product;
    }

    public void write(SnapshotWriter to) {
        to.int32(all.size());
        for (Product product : all) {
            product.write(to);
        }
    }

    public static Products read(SnapshotReader from) {
        Products products = new Products();
        int count = from.count();
        for (int index = 0; index < count; index++) {
            Product product = Product.read(index, from);
            products.all.add(product);
            products.byCode.put(product.code(), product);
        }
        return products;
    }
}

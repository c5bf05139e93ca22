package org.carbonmarket.registry.products;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonmarket.events.quantity.ProductCode;

/**
 * Credits of one project and vintage as a product, {@code CCER-FOREST1-2023}: what carries serial
 * numbers in the registry. In trading all credits are one product, {@link #FUNGIBLE}.
 */
public record CreditProduct(String project, int vintage) {

    /** Credits of any project, one as good as the other. */
    public static final ProductCode FUNGIBLE = ProductCode.of("CCER");

    private static final Pattern CODE = Pattern.compile("CCER-([A-Z0-9]{2,16})-(\\d{4})");

    /** The project and vintage of a product, none when it carries no serials. */
    public static Optional<CreditProduct> of(ProductCode product) {
        Matcher code = CODE.matcher(product.value());
        return code.matches()
                ? Optional.of(new CreditProduct(code.group(1), Integer.parseInt(code.group(2))))
                : Optional.empty();
    }

    public ProductCode code() {
        return ProductCode.of("CCER-" + project + "-" + vintage);
    }
}

package org.carbonmarket.events.quantity;

import java.util.regex.Pattern;

/**
 * A tradable or registrable product: {@code CEA} (vintages 2019-20), {@code CEA21}, {@code CCER}.
 *
 * @param value 2 to 32 capital letters, digits and inner dashes
 */
public record ProductCode(String value) implements Comparable<ProductCode> {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9-]{0,30}[A-Z0-9]");

    public ProductCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a product is 2 to 32 capital letters, digits or inner dashes");
        }
    }

    public static ProductCode of(String value) {
        return new ProductCode(value);
    }

    @Override
    public int compareTo(ProductCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.carbonmarket.trading.releases;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What shall leave trading: a product with tonnes, or an amount of money. */
@Schema(requiredProperties = "account")
public record ReleaseForm(
        @Nullable String account,
        @Nullable String product,
        @Nullable Long tonnes,
        @Nullable String amount) {}

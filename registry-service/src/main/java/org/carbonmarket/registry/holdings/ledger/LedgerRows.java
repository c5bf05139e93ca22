package org.carbonmarket.registry.holdings.ledger;

import java.sql.SQLException;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.registry.database.Row;
import org.carbonmarket.registry.holdings.Balance;
import org.carbonmarket.registry.holdings.Bucket;
import org.carbonmarket.registry.holdings.Entry;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.Place;
import org.jspecify.annotations.Nullable;

/** How the ledger's values stand in its tables. */
final class LedgerRows {

    private LedgerRows() {}

    static Holding holding(Row row) throws SQLException {
        return new Holding(AccountId.of(row.text("account")), ProductCode.of(row.text("product")));
    }

    static Balance balance(Row row) throws SQLException {
        return new Balance(
                row.number("available"),
                row.number("in_trading"),
                row.number("delivering"),
                row.number("frozen"));
    }

    static Entry entry(Row row) throws SQLException {
        return new Entry(
                place(row.text("place"), row.textOrNull("bucket")),
                ProductCode.of(row.text("product")),
                row.number("tonnes"));
    }

    private static Place place(String name, @Nullable String bucket) {
        return bucket == null
                ? Place.SystemAccount.valueOf(name)
                : new Place.Held(AccountId.of(name), Bucket.valueOf(bucket));
    }

    static String place(Place place) {
        return switch (place) {
            case Place.Held(var account, _) -> account.value();
            case Place.SystemAccount system -> system.name();
        };
    }

    static @Nullable String bucket(Place place) {
        return switch (place) {
            case Place.Held(_, var bucket) -> bucket.name();
            case Place.SystemAccount _ -> null;
        };
    }
}

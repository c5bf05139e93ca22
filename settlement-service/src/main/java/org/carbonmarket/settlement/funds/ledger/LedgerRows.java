package org.carbonmarket.settlement.funds.ledger;

import java.sql.SQLException;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.settlement.database.Row;
import org.carbonmarket.settlement.funds.Balance;
import org.carbonmarket.settlement.funds.Bucket;
import org.carbonmarket.settlement.funds.Entry;
import org.carbonmarket.settlement.funds.Place;
import org.jspecify.annotations.Nullable;

/** How the ledger's values stand in its tables. */
final class LedgerRows {

    private LedgerRows() {}

    static Balance balance(Row row) throws SQLException {
        return new Balance(row.number("available"), row.number("in_trading"), row.number("frozen"));
    }

    static Entry entry(Row row) throws SQLException {
        return new Entry(
                place(row.text("place"), row.textOrNull("bucket")),
                Entry.Purpose.valueOf(row.text("purpose")),
                row.number("fen"));
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

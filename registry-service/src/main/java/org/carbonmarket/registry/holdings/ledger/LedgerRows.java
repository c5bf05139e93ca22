package org.carbonmarket.registry.holdings.ledger;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.ledger.postings.PostingForm;
import org.carbonmarket.ledger.postings.PostingTable;
import org.carbonmarket.registry.holdings.Balance;
import org.carbonmarket.registry.holdings.Bucket;
import org.carbonmarket.registry.holdings.Entry;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.Place;
import org.carbonmarket.registry.holdings.Posting;
import org.carbonmarket.registry.holdings.PostingReason;
import org.jspecify.annotations.Nullable;

/** How the ledger's values stand in its tables. */
final class LedgerRows implements PostingForm<Entry, Posting> {

    private LedgerRows() {}

    static PostingTable<Entry, Posting> postings(Database database) {
        return new PostingTable<>(database, new LedgerRows());
    }

    @Override
    public String kindColumn() {
        return "product";
    }

    @Override
    public String amountColumn() {
        return "tonnes";
    }

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

    @Override
    public Entry entry(Row row) throws SQLException {
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

    @Override
    public Posting posting(
            String reason, String document, String actor, OffsetDateTime at, List<Entry> entries) {
        return new Posting(PostingReason.valueOf(reason), document, actor, at, entries);
    }
}

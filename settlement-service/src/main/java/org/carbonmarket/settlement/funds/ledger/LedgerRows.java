package org.carbonmarket.settlement.funds.ledger;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.ledger.postings.PostingForm;
import org.carbonmarket.ledger.postings.PostingTable;
import org.carbonmarket.settlement.funds.Balance;
import org.carbonmarket.settlement.funds.Bucket;
import org.carbonmarket.settlement.funds.Entry;
import org.carbonmarket.settlement.funds.Place;
import org.carbonmarket.settlement.funds.Posting;
import org.carbonmarket.settlement.funds.PostingReason;
import org.jspecify.annotations.Nullable;

/** How the ledger's values stand in its tables. */
final class LedgerRows implements PostingForm<Entry, Posting> {

    private LedgerRows() {}

    static PostingTable<Entry, Posting> postings(Database database) {
        return new PostingTable<>(database, new LedgerRows());
    }

    @Override
    public String kindColumn() {
        return "purpose";
    }

    @Override
    public String amountColumn() {
        return "fen";
    }

    static Balance balance(Row row) throws SQLException {
        return new Balance(row.number("available"), row.number("in_trading"), row.number("frozen"));
    }

    @Override
    public Entry entry(Row row) throws SQLException {
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

    @Override
    public Posting posting(
            String reason, String document, String actor, OffsetDateTime at, List<Entry> entries) {
        return new Posting(PostingReason.valueOf(reason), document, actor, at, entries);
    }
}

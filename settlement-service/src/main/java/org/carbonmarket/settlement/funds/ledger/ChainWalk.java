package org.carbonmarket.settlement.funds.ledger;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.settlement.database.Database;
import org.carbonmarket.settlement.database.Row;
import org.carbonmarket.settlement.funds.ChainAudit;
import org.carbonmarket.settlement.funds.Entry;
import org.carbonmarket.settlement.funds.Posting;
import org.carbonmarket.settlement.funds.PostingReason;
import org.carbonmarket.settlement.funds.Sha256;
import org.jspecify.annotations.Nullable;

/** Puts postings together from rows of postings joined with entries, and audits each. */
final class ChainWalk implements Database.RowConsumer {

    private final ChainAudit audit = new ChainAudit();
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Stored current;
    private boolean entriesReadable = true;
    private long headNumber;
    private Sha256 head = Sha256.ZERO;

    /** A posting's own row. */
    private record Stored(
            long number,
            String reason,
            String document,
            String actor,
            OffsetDateTime at,
            Sha256 previousHash,
            Sha256 hash) {}

    @Override
    public void accept(Row row) throws SQLException {
        headNumber = row.number("head_number");
        head = Sha256.of(row.bytes("head_hash"));
        if (row.textOrNull("number") == null) {
            return;
        }
        if (current == null || current.number() != row.number("number")) {
            checkCurrent();
            current = stored(row);
            entries.clear();
            entriesReadable = true;
        }
        if (row.textOrNull("place") != null) {
            read(row);
        }
    }

    private static Stored stored(Row row) throws SQLException {
        return new Stored(
                row.number("number"),
                row.text("reason"),
                row.text("document"),
                row.text("actor"),
                row.time("posted_at"),
                Sha256.of(row.bytes("previous_hash")),
                Sha256.of(row.bytes("hash")));
    }

    private void read(Row row) throws SQLException {
        try {
            entries.add(LedgerRows.entry(row));
        } catch (IllegalArgumentException altered) {
            entriesReadable = false;
        }
    }

    private void checkCurrent() {
        if (current != null) {
            audit.check(current.number(), posting(current), current.previousHash(), current.hash());
        }
    }

    /** Altered rows may be such that no posting could ever have been them. */
    private Optional<Posting> posting(Stored stored) {
        if (!entriesReadable) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Posting(
                            PostingReason.valueOf(stored.reason()),
                            stored.document(),
                            stored.actor(),
                            stored.at(),
                            entries));
        } catch (IllegalArgumentException | ArithmeticException altered) {
            return Optional.empty();
        }
    }

    Optional<ChainAudit.Finding> end() {
        checkCurrent();
        current = null;
        return audit.end(headNumber, head);
    }

    long verified() {
        return audit.verified();
    }

    Sha256 head() {
        return head;
    }
}

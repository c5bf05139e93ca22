package org.carbonmarket.ledger.postings;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.ledger.ChainAudit;
import org.carbonmarket.ledger.ChainedEntry;
import org.carbonmarket.ledger.ChainedPosting;
import org.carbonmarket.ledger.Sha256;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.jspecify.annotations.Nullable;

/** Puts postings together from rows of postings joined with entries, and audits each. */
final class ChainWalk<E extends ChainedEntry, P extends ChainedPosting>
        implements Database.RowConsumer {

    private final PostingForm<E, P> form;
    private final ChainAudit audit = new ChainAudit();
    private final List<E> entries = new ArrayList<>();
    private @Nullable Stored current;
    private boolean entriesReadable = true;
    private long headNumber;
    private Sha256 head = Sha256.ZERO;

    ChainWalk(PostingForm<E, P> form) {
        this.form = form;
    }

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
            entries.add(form.entry(row));
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
    private Optional<P> posting(Stored stored) {
        if (!entriesReadable) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    form.posting(
                            stored.reason(),
                            stored.document(),
                            stored.actor(),
                            stored.at(),
                            entries));
        } catch (IllegalArgumentException | ArithmeticException altered) {
            return Optional.empty();
        }
    }

    ChainVerdict end() {
        checkCurrent();
        current = null;
        return new ChainVerdict(audit.end(headNumber, head), audit.verified(), head);
    }
}

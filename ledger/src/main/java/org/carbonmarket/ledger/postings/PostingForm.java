package org.carbonmarket.ledger.postings;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.ledger.ChainedEntry;
import org.carbonmarket.ledger.ChainedPosting;
import org.carbonmarket.ledger.database.Row;

/**
 * How one ledger's postings stand in its tables, and are made again from them. What was altered may
 * be such that no posting could ever have been it: both readers then throw IllegalArgumentException
 * or ArithmeticException.
 */
public interface PostingForm<E extends ChainedEntry, P extends ChainedPosting> {

    /** The column of {@link ChainedEntry#kindName()}. */
    String kindColumn();

    /** The column of {@link ChainedEntry#amount()}. */
    String amountColumn();

    E entry(Row row) throws SQLException;

    P posting(String reason, String document, String actor, OffsetDateTime at, List<E> entries);
}

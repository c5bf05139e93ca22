package org.carbonmarket.settlement.funds.ledger;

import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.settlement.funds.Bucket;
import org.carbonmarket.settlement.funds.Entry.Purpose;
import org.carbonmarket.settlement.funds.PostingReason;

/** A posting as one account sees it: its own entries only. */
public record PostingView(
        long posting,
        PostingReason reason,
        String document,
        OffsetDateTime at,
        List<EntryView> entries) {

    /**
     * One entry.
     *
     * @param amount signed decimal yuan: positive into the bucket, negative out of it
     */
    public record EntryView(Bucket bucket, Purpose purpose, String amount) {}
}

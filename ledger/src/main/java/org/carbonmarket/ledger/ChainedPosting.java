package org.carbonmarket.ledger;

import java.time.OffsetDateTime;
import java.util.List;

/** A double-entry posting, as the chain seals it and the tables keep it. */
public interface ChainedPosting {

    Enum<?> reason();

    /** The reference of the document or trade that decided it. */
    String document();

    /** The acting user or service. */
    String actor();

    /** Business time, to the microsecond. */
    OffsetDateTime at();

    List<? extends ChainedEntry> entries();
}

package org.carbonmarket.registry.holdings.ledger;

import java.util.List;
import org.carbonmarket.registry.holdings.Holding;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param intact whether the whole chain and every holding are as they were written
 * @param postings postings verified before the first altered one
 * @param head the hash at the recorded end of the chain; keep it to compare with later
 * @param firstAltered the number of the first altered, missing or misplaced posting
 * @param finding what is wrong with it
 * @param holdings holdings that are not the sum of their entries
 */
record LedgerVerdict(
        boolean intact,
        long postings,
        String head,
        @Nullable Long firstAltered,
        @Nullable String finding,
        List<Holding> holdings) {

    LedgerVerdict {
        holdings = List.copyOf(holdings);
    }
}

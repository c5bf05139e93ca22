package org.carbonmarket.settlement.funds.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param intact whether the whole chain and every balance are as they were written
 * @param postings postings verified before the first altered one
 * @param head the hash at the recorded end of the chain; keep it to compare with later
 * @param firstAltered the number of the first altered, missing or misplaced posting
 * @param finding what is wrong with it
 * @param balances accounts whose balance is not the sum of their entries
 */
record LedgerVerdict(
        boolean intact,
        long postings,
        String head,
        @Nullable Long firstAltered,
        @Nullable String finding,
        List<String> balances) {

    LedgerVerdict {
        balances = List.copyOf(balances);
    }
}

package org.carbonmarket.ledger.postings;

import java.util.Optional;
import org.carbonmarket.ledger.ChainAudit.Finding;
import org.carbonmarket.ledger.Sha256;

/**
 * What a walk over a whole chain found.
 *
 * @param finding the first posting that is not as it was sealed
 * @param verified postings found as sealed, before the first that is not
 * @param head the hash at the recorded end of the chain
 */
public record ChainVerdict(Optional<Finding> finding, long verified, Sha256 head) {}

package org.carbonmarket.ledger;

import java.util.Optional;

/** Walks a stored chain in order and names the first posting that is not as it was sealed. */
public final class ChainAudit {

    private final Chain chain = new Chain(0, Sha256.ZERO);
    private Optional<Finding> finding = Optional.empty();

    /**
     * Where the chain breaks.
     *
     * @param posting the number of the altered, missing or misplaced posting
     */
    public record Finding(long posting, String what) {}

    /**
     * Checks the next stored posting.
     *
     * @param posting its content, empty when what is stored is no valid posting any more
     */
    public void check(
            long number,
            Optional<? extends ChainedPosting> posting,
            Sha256 previousHash,
            Sha256 hash) {
        if (finding.isPresent()) {
            return;
        }
        long expected = chain.number() + 1;
        if (number != expected) {
            finding = found(expected, "is missing");
        } else if (!previousHash.equals(chain.hash())) {
            finding = found(number, "does not follow from the posting before it");
        } else if (posting.isEmpty()) {
            finding = found(number, "is no valid posting");
        } else if (!chain.append(posting.get()).hash().equals(hash)) {
            finding = found(number, "is not what was sealed");
        }
    }

    /** Ends the walk: the chain must end where its recorded end is. */
    public Optional<Finding> end(long number, Sha256 hash) {
        if (finding.isEmpty() && chain.number() < number) {
            return found(chain.number() + 1, "is missing");
        }
        if (finding.isEmpty() && (chain.number() > number || !chain.hash().equals(hash))) {
            return found(chain.number(), "is not the recorded end of the chain");
        }
        return finding;
    }

    /** Postings found as sealed. */
    public long verified() {
        return finding.map(broken -> broken.posting() - 1).orElse(chain.number());
    }

    private static Optional<Finding> found(long posting, String what) {
        return Optional.of(new Finding(posting, "posting " + posting + " " + what));
    }
}

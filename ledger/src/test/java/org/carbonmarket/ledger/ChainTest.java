package org.carbonmarket.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.ledger.ChainAudit.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChainTest {

    private final List<SealedPosting<Issue>> ledger = new ArrayList<>();

    ChainTest() {
        Chain chain = new Chain(0, Sha256.ZERO);
        for (int i = 1; i <= 5; i++) {
            ledger.add(chain.append(issue("doc " + i, 100 + i)));
        }
    }

    @Test
    void postingsAreNumberedFromOneAndEachHoldsTheHashBeforeIt() {
        assertThat(ledger).extracting(SealedPosting::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(ledger.getFirst().previousHash()).isEqualTo(Sha256.ZERO);
        assertThat(ledger.get(3).previousHash()).isEqualTo(ledger.get(2).hash());
    }

    /** The value was computed apart from this code, from the layout in the class comment. */
    @Test
    void theHashIsTheOneOfTheDocumentedBytes() {
        assertThat(ledger.getFirst().hash())
                .hasToString("45ffd644bcaa0072947268e521e64fb0988c4f2661d85b2b8e7595e889d0641a");
    }

    @Test
    void anUntouchedLedgerIsIntact() {
        assertThat(audit(ledger)).isEmpty();
    }

    @Test
    void anAlteredQuantityIsFoundWhereItIs() {
        SealedPosting<Issue> third = ledger.get(2);
        ledger.set(2, with(third, issue("doc 3", 999)));

        assertThat(audit(ledger)).contains(new Finding(3, "posting 3 is not what was sealed"));
    }

    @Test
    void anAlteredDocumentIsFound() {
        ledger.set(0, with(ledger.getFirst(), issue("doc X", 101)));

        assertThat(audit(ledger)).map(Finding::posting).contains(1L);
    }

    @Test
    void aRemovedPostingIsFound() {
        ledger.remove(3);

        assertThat(audit(ledger)).contains(new Finding(4, "posting 4 is missing"));
    }

    @Test
    void reorderedPostingsAreFound() {
        SealedPosting<Issue> second = ledger.get(1);
        SealedPosting<Issue> third = ledger.get(2);
        ledger.set(1, new SealedPosting<>(2, third.posting(), third.previousHash(), third.hash()));
        ledger.set(
                2, new SealedPosting<>(3, second.posting(), second.previousHash(), second.hash()));

        assertThat(audit(ledger)).map(Finding::posting).contains(2L);
    }

    @Test
    void aRemovedTailIsFound() {
        Sha256 head = ledger.getLast().hash();

        assertThat(audit(ledger.subList(0, 3), 5, head))
                .contains(new Finding(4, "posting 4 is missing"));
    }

    @Test
    void aForgedPostingWithItsOwnHashesBreaksTheNextOne() {
        Chain forger = new Chain(2, ledger.get(1).hash());
        ledger.set(2, forger.append(issue("doc 3", 999)));

        assertThat(audit(ledger))
                .contains(new Finding(4, "posting 4 does not follow from the posting before it"));
    }

    @Test
    void aLedgerReplacedWholeDoesNotEndAtTheRecordedEnd() {
        Sha256 head = ledger.getLast().hash();
        Chain forger = new Chain(0, Sha256.ZERO);
        List<SealedPosting<Issue>> forged =
                ledger.stream().map(each -> forger.append(issue("forged", 7))).toList();

        assertThat(audit(forged, 5, head)).map(Finding::posting).contains(5L);
    }

    private static SealedPosting<Issue> with(SealedPosting<Issue> sealed, Issue other) {
        return new SealedPosting<>(sealed.number(), other, sealed.previousHash(), sealed.hash());
    }

    private static Optional<Finding> audit(List<SealedPosting<Issue>> postings) {
        return audit(postings, postings.getLast().number(), postings.getLast().hash());
    }

    private static Optional<Finding> audit(
            List<SealedPosting<Issue>> postings, long number, Sha256 head) {
        ChainAudit audit = new ChainAudit();
        postings.forEach(each ->
                audit.check(
                        each.number(),
                        Optional.of(each.posting()),
                        each.previousHash(),
                        each.hash()));
        return audit.end(number, head);
    }

    private static Issue issue(String document, long tonnes) {
        return new Issue(document, tonnes);
    }

    private enum Reason {
        INITIAL_ALLOCATION
    }

    /** The least that is a posting: tonnes from issuance to one account. */
    private record Issue(String document, long tonnes) implements ChainedPosting {

        @Override
        public Reason reason() {
            return Reason.INITIAL_ALLOCATION;
        }

        @Override
        public String actor() {
            return "operator";
        }

        @Override
        public OffsetDateTime at() {
            return OffsetDateTime.parse("2021-07-15T10:00:00.123456+08:00");
        }

        @Override
        public List<Side> entries() {
            return List.of(
                    new Side("ISSUANCE", null, "CEA", -tonnes),
                    new Side("POWER-1", "AVAILABLE", "CEA", tonnes));
        }
    }

    private record Side(String placeName, @Nullable String bucketName, String kindName, long amount)
            implements ChainedEntry {}
}

package org.carbonmarket.ledger.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.carbonmarket.ledger.Chain;
import org.carbonmarket.ledger.ChainedEntry;
import org.carbonmarket.ledger.ChainedPosting;
import org.carbonmarket.ledger.SealedPosting;
import org.carbonmarket.ledger.Sha256;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ledger seals, the verifier reckons anew: both must come to the same bytes. */
class LedgerCopyTest {

    private static final int POSTINGS = 20;

    private enum Reason {
        ISSUED
    }

    private record Line(String placeName, @Nullable String bucketName, long amount)
            implements ChainedEntry {
        @Override
        public String kindName() {
            return "CEA";
        }
    }

    private record Example(String document, OffsetDateTime at, long tonnes)
            implements ChainedPosting {
        @Override
        public Enum<?> reason() {
            return Reason.ISSUED;
        }

        @Override
        public String actor() {
            return "lin";
        }

        @Override
        public List<Line> entries() {
            return List.of(
                    new Line("ISSUANCE", null, -tonnes), new Line("POWER-1", "AVAILABLE", tonnes));
        }
    }

    @Test
    void aTrueCopyIsIntactAndTellsItsHead() throws IOException {
        List<String> copy = copy();

        LedgerCopy.Verdict verdict = verify(copy, null);

        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.postings()).isEqualTo(POSTINGS);
        assertThat(copy.getLast()).contains(verdict.head());
    }

    @ParameterizedTest
    @CsvSource({
        "document 7, document 6",
        "POWER-1, POWER-2",
        "AVAILABLE, FROZEN",
        "CEA, CEB",
        "lin, lim",
        "ISSUED, SEIZED",
        "10:00:07, 10:00:08",
        "'\"amount\":7}', '\"amount\":8}'"
    })
    void anAlteredPostingIsNamed(String written, String forged) throws IOException {
        List<String> copy = copy();
        copy.set(6, copy.get(6).replace(written, forged));

        assertThat(verify(copy, null).finding())
                .hasValueSatisfying(finding -> assertThat(finding.posting()).isEqualTo(7));
    }

    @Test
    void aRemovedPostingIsNamed() throws IOException {
        List<String> copy = copy();
        copy.remove(6);

        assertThat(verify(copy, null).finding())
                .hasValue(new LedgerCopy.Finding(7, "posting 7 is missing"));
    }

    @Test
    void aCopyWithoutItsLastPostingsOrItsEndIsNamed() throws IOException {
        List<String> shortened = copy();
        shortened.remove(POSTINGS - 1);
        List<String> cut = new ArrayList<>(copy().subList(0, 12));

        assertThat(verify(shortened, null).finding())
                .hasValue(new LedgerCopy.Finding(20, "posting 20 is missing"));
        assertThat(verify(cut, null).finding())
                .hasValueSatisfying(finding -> assertThat(finding.posting()).isEqualTo(13));
    }

    @Test
    void postingsThatChangedPlacesAreNamed() throws IOException {
        List<String> swapped = copy();
        Collections.swap(swapped, 6, 7);
        List<String> renumbered = copy();
        renumbered.set(6, copy().get(7).replace("\"posting\":8", "\"posting\":7"));
        renumbered.set(7, copy().get(6).replace("\"posting\":7", "\"posting\":8"));

        assertThat(verify(swapped, null).finding())
                .hasValueSatisfying(finding -> assertThat(finding.posting()).isEqualTo(7));
        assertThat(verify(renumbered, null).finding())
                .hasValue(
                        new LedgerCopy.Finding(
                                7, "posting 7 does not follow from the posting before it"));
    }

    @Test
    void aLedgerSealedAnewIsNotTheOneWhoseHeadWasKept() throws IOException {
        List<String> copy = copy();
        String kept = verify(copy.subList(0, 10), null).head();

        assertThat(verify(copy, kept).finding()).isEmpty();
        assertThat(verify(copy, "f".repeat(64)).finding()).isPresent();
    }

    private static LedgerCopy.Verdict verify(List<String> copy, @Nullable String kept)
            throws IOException {
        return LedgerCopy.verify(
                new BufferedReader(new StringReader(String.join("\n", copy))), kept);
    }

    private static List<String> copy() {
        Chain chain = new Chain(0, Sha256.ZERO);
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= POSTINGS; i++) {
            String at = "2021-07-16T10:00:%02d+08:00".formatted(i);
            lines.add(
                    line(chain.append(new Example("document " + i, OffsetDateTime.parse(at), i))));
        }
        lines.add(
                "{\"head\":{\"number\":%d,\"hash\":\"%s\"}}"
                        .formatted(chain.number(), chain.hash().hex()));
        return lines;
    }

    private static String line(SealedPosting<Example> sealed) {
        Example posting = sealed.posting();
        return """
        {"posting":%d,"reason":"ISSUED","document":"%s","actor":"lin","at":"%s",\
        "previousHash":"%s","hash":"%s","entries":[\
        {"place":"ISSUANCE","kind":"CEA","amount":-%d},\
        {"place":"POWER-1","bucket":"AVAILABLE","kind":"CEA","amount":%d}]}\
        """
                .formatted(
                        sealed.number(),
                        posting.document(),
                        posting.at(),
                        sealed.previousHash().hex(),
                        sealed.hash().hex(),
                        posting.tonnes(),
                        posting.tonnes())
                .strip();
    }
}

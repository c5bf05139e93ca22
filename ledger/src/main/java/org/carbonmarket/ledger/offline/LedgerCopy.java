package org.carbonmarket.ledger.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a ledger, one JSON line for each posting in order and a last line with the chain's
 * recorded end, as the ledger's owner gives it out. Reading it in one pass names the first posting
 * that was altered, removed or put elsewhere.
 */
public final class LedgerCopy {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the first posting has for its previous hash. */
    private static final String BEGINNING = "0".repeat(64);

    private final @Nullable String keptHash;
    private long number;
    private String hash = BEGINNING;
    private boolean kept;
    private @Nullable Finding finding;
    private boolean ended;

    private LedgerCopy(@Nullable String keptHash) {
        this.keptHash = keptHash;
        this.kept = keptHash == null;
    }

    /**
     * What is wrong, and with which posting.
     *
     * @param posting the altered, missing or misplaced posting's number
     */
    public record Finding(long posting, String what) {}

    /**
     * What a copy is worth.
     *
     * @param postings postings that are as they were sealed, before the first that is not
     * @param head the hash of the last of them; keep it to compare a later copy with
     */
    public record Verdict(long postings, String head, Optional<Finding> finding) {}

    /**
     * Reads a copy to its end, or to the first finding.
     *
     * @param keptHash a hash kept from an earlier copy, which must be one of this copy's; null when
     *     none was kept
     */
    public static Verdict verify(BufferedReader lines, @Nullable String keptHash)
            throws IOException {
        LedgerCopy copy = new LedgerCopy(keptHash);
        String line = lines.readLine();
        while (line != null && copy.finding == null) {
            copy.take(line);
            line = lines.readLine();
        }
        return copy.verdict();
    }

    private void take(String text) {
        JsonNode line = parsed(text);
        if (line.has("head")) {
            end(line.path("head"));
        } else if (line.has("posting")) {
            check(new PostingLine(line));
        } else {
            found(number + 1, "cannot be read");
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            return JSON.nullNode();
        }
    }

    private void check(PostingLine posting) {
        if (posting.number() != number + 1) {
            found(number + 1, "is missing");
        } else if (!posting.previousHash().equals(hash)) {
            found(posting.number(), "does not follow from the posting before it");
        } else if (!posting.reckonedHash().equals(posting.hash())) {
            found(posting.number(), "is not what was sealed");
        } else {
            number = posting.number();
            hash = posting.hash();
            kept |= hash.equals(keptHash);
        }
    }

    private void end(JsonNode head) {
        ended = true;
        if (head.path("number").asLong() > number) {
            found(number + 1, "is missing");
        } else if (head.path("number").asLong() < number
                || !head.path("hash").asText().equals(hash)) {
            found(number, "is not the recorded end of the chain");
        }
    }

    private Verdict verdict() {
        if (finding == null && !ended) {
            found(number + 1, "is missing: the copy has no end");
        }
        if (finding == null && !kept) {
            found(number, "and those before it do not come to the hash that was kept");
        }
        return new Verdict(number, hash, Optional.ofNullable(finding));
    }

    private void found(long posting, String what) {
        finding = new Finding(posting, "posting " + posting + " " + what);
    }
}

package org.carbonmarket.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;

/**
 * The hash chain over the postings. Each posting's hash covers the hash before it, so that
 * altering, removing or reordering any of them shows at that posting.
 *
 * <p>The bytes under SHA-256, in this order: previous hash (32), number (8), time in microseconds
 * since 1970 UTC (8), reason, document, actor, count of entries (4), and for each entry its place
 * (account number, or name of the system account), its bucket (empty for a system account), its
 * kind (product, or what the money is for) and amount in tonnes or fen (8). Numbers are big-endian
 * and signed; a text is its length in bytes (4) and UTF-8.
 *
 * <p>Not thread-safe.
 */
public final class Chain {

    private final MessageDigest digest = sha256();
    private final Content content = new Content();
    private long number;
    private Sha256 hash;

    /** Continues after the posting of that number and hash; 0 and {@link Sha256#ZERO} to begin. */
    public Chain(long number, Sha256 hash) {
        this.number = number;
        this.hash = hash;
    }

    /** Numbers and seals the next posting. */
    public <P extends ChainedPosting> SealedPosting<P> append(P posting) {
        Sha256 previous = hash;
        number++;
        hash = hashOf(previous, number, posting);
        return new SealedPosting<>(number, posting, previous, hash);
    }

    /** The number of the last posting. */
    public long number() {
        return number;
    }

    /** The hash of the last posting. */
    public Sha256 hash() {
        return hash;
    }

    private Sha256 hashOf(Sha256 previous, long position, ChainedPosting posting) {
        content.clear();
        content.bytes(previous.bytes());
        content.number(position);
        content.number(microseconds(posting.at()));
        content.text(posting.reason().name());
        content.text(posting.document());
        content.text(posting.actor());
        content.count(posting.entries().size());
        posting.entries().forEach(this::entry);
        return content.digest(digest);
    }

    private void entry(ChainedEntry entry) {
        String bucket = entry.bucketName();
        content.text(entry.placeName());
        content.text(bucket == null ? "" : bucket);
        content.text(entry.kindName());
        content.number(entry.amount());
    }

    private static long microseconds(OffsetDateTime at) {
        return Math.addExact(
                TimeUnit.SECONDS.toMicros(at.toEpochSecond()),
                TimeUnit.NANOSECONDS.toMicros(at.getNano()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}

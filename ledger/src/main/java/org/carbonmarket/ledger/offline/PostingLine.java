package org.carbonmarket.ledger.offline;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/**
 * A posting as a line of a ledger's copy. Its hash is reckoned here anew from the published
 * description of the bytes, apart from the ledger's own code: one mistake is not in both.
 */
record PostingLine(JsonNode line) {

    long number() {
        return line.path("posting").asLong();
    }

    String previousHash() {
        return line.path("previousHash").asText();
    }

    String hash() {
        return line.path("hash").asText();
    }

    /** SHA-256 over the hash before it and everything the posting says; empty when unreadable. */
    String reckonedHash() {
        MessageDigest digest = sha256();
        try {
            digest.update(HexFormat.of().parseHex(previousHash()));
            number(digest, number());
            number(digest, microseconds());
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return "";
        }
        text(digest, line.path("reason").asText());
        text(digest, line.path("document").asText());
        text(digest, line.path("actor").asText());
        JsonNode entries = line.path("entries");
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, entries.size()));
        for (JsonNode entry : entries) {
            text(digest, entry.path("place").asText());
            text(digest, entry.path("bucket").asText(""));
            text(digest, entry.path("kind").asText());
            number(digest, entry.path("amount").asLong());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private long microseconds() {
        OffsetDateTime at = OffsetDateTime.parse(line.path("at").asText());
        return at.toEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    private static void number(MessageDigest digest, long value) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, value));
    }

    private static void text(MessageDigest digest, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}

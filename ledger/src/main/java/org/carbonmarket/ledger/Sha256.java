package org.carbonmarket.ledger;

import java.util.HexFormat;

/**
 * A SHA-256 digest.
 *
 * @param hex 64 small hexadecimal digits
 */
public record Sha256(String hex) {

    /** What the first posting has for its previous hash. */
    public static final Sha256 ZERO = new Sha256("0".repeat(64));

    public Sha256 {
        if (hex.length() != 64) {
            throw new IllegalArgumentException("a SHA-256 digest has 32 bytes");
        }
    }

    public static Sha256 of(byte[] bytes) {
        return new Sha256(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}

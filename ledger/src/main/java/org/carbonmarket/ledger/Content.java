package org.carbonmarket.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The bytes of one posting, gathered before they are hashed at once. */
final class Content {

    private static final int USUAL_SIZE = 1_024;

    private ByteBuffer gathered = ByteBuffer.allocate(USUAL_SIZE);

    void clear() {
        gathered.clear();
    }

    void number(long value) {
        room(Long.BYTES).putLong(value);
    }

    void count(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void bytes(byte[] value) {
        room(value.length).put(value);
    }

    void text(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        count(encoded.length);
        bytes(encoded);
    }

    Sha256 digest(MessageDigest digest) {
        digest.reset();
        digest.update(gathered.array(), 0, gathered.position());
        return Sha256.of(digest.digest());
    }

    private ByteBuffer room(int more) {
        if (gathered.remaining() < more) {
            ByteBuffer larger = ByteBuffer.allocate(2 * gathered.capacity() + more);
            gathered = larger.put(gathered.flip());
        }
        return gathered;
    }
}

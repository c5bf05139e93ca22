package org.carbonmarket.trading.engine.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Writes values in one fixed form, big-endian, so that the same state gives the same bytes. */
public final class SnapshotWriter {

    private static final int FIRST_CAPACITY = 4096;

    private static final int NARROW = 0xff;

    private ByteBuffer buffer = ByteBuffer.allocate(FIRST_CAPACITY);

    public void flag(boolean value) {
        int8(value ? 1 : 0);
    }

    public void int8(int value) {
        room(Byte.BYTES).put((byte) value);
    }

    public void int32(int value) {
        room(Integer.BYTES).putInt(value);
    }

    public void int64(long value) {
        room(Long.BYTES).putLong(value);
    }

    /**
     * The number of chars, then the chars themselves, in one byte each where all fit. Not UTF-8: a
     * text that is no valid Unicode must come back as it was, or a restored engine differs.
     */
    public void text(String value) {
        int size = value.length();
        boolean wide = value.chars().anyMatch(c -> c > NARROW);
        int32(size);
        flag(wide);
        if (wide) {
            ByteBuffer chars = room(Math.multiplyExact(size, Character.BYTES));
            value.chars().forEach(c -> chars.putChar((char) c));
        } else {
            room(size).put(value.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** An enum's value by its name, which no reordering of the enum can change. */
    public void choice(Enum<?> value) {
        text(value.name());
    }

    public void optionalText(@Nullable String value) {
        flag(value != null);
        if (value != null) {
            text(value);
        }
    }

    public void day(LocalDate value) {
        int64(value.toEpochDay());
    }

    public void optionalDay(@Nullable LocalDate value) {
        flag(value != null);
        if (value != null) {
            day(value);
        }
    }

    public void time(OffsetDateTime value) {
        int64(value.toEpochSecond());
        int32(value.getNano());
        int32(value.getOffset().getTotalSeconds());
    }

    public void optionalTime(@Nullable OffsetDateTime value) {
        flag(value != null);
        if (value != null) {
            time(value);
        }
    }

    /** All that was written, and a checksum over it. */
    public byte[] sealed() {
        CRC32C checksum = new CRC32C();
        checksum.update(buffer.array(), 0, buffer.position());
        int32((int) checksum.getValue());
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private ByteBuffer room(int more) {
        int needed = Math.addExact(buffer.position(), more);
        if (needed > buffer.capacity()) {
            int doubled = Math.multiplyExact(buffer.capacity(), 2);
            buffer = ByteBuffer.allocate(Math.max(needed, doubled)).put(buffer.flip());
        }
        return buffer;
    }
}

package org.carbonmarket.trading.engine.snapshot;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Writes values in one fixed form, big-endian, so that the same state gives the same bytes. */
public final class SnapshotWriter {

    private static final int FIRST_CAPACITY = 4096;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;

    public void flag(boolean value) {
        int8(value ? 1 : 0);
    }

    public void int8(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    public void int32(int value) {
        room(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    public void int64(long value) {
        room(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    /** UTF-8 behind its length in bytes. */
    public void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int32(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
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

    /** All that was written, and a checksum over it. */
    public byte[] sealed() {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        int32((int) checksum.getValue());
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        int needed = Math.addExact(length, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, Math.multiplyExact(bytes.length, 2)));
        }
    }
}

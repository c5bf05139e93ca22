package org.carbonmarket.trading.engine.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link SnapshotWriter} wrote. Bytes that cannot be a snapshot are refused with {@link
 * CorruptSnapshot}: an engine starts from a whole state or not at all.
 */
public final class SnapshotReader {

    private final byte[] bytes;
    private final ByteBuffer state;

    /** Opens what {@link SnapshotWriter#sealed} gave, and nothing else. */
    public SnapshotReader(byte[] sealed) {
        bytes = sealed.clone();
        int end = bytes.length - Integer.BYTES;
        if (end < 0) {
            throw new CorruptSnapshot("the snapshot is too short");
        }
        state = ByteBuffer.wrap(bytes, 0, end);
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, end);
        if ((int) checksum.getValue() != ByteBuffer.wrap(bytes).getInt(end)) {
            throw new CorruptSnapshot("the snapshot's checksum is wrong");
        }
    }

    public boolean flag() {
        int value = int8();
        if (value != 0 && value != 1) {
            throw new CorruptSnapshot("a flag must be 0 or 1, not " + value);
        }
        return value == 1;
    }

    public int int8() {
        return need(Byte.BYTES).get();
    }

    public int int32() {
        return need(Integer.BYTES).getInt();
    }

    /** A number of entries to come; each takes at least one byte. */
    public int count() {
        int count = int32();
        if (count < 0 || count > state.remaining()) {
            throw new CorruptSnapshot("impossible count " + count);
        }
        return count;
    }

    public long int64() {
        return need(Long.BYTES).getLong();
    }

    public String text() {
        int size = count();
        boolean wide = flag();
        int length = wide ? Math.multiplyExact(size, Character.BYTES) : size;
        int from = need(length).position();
        state.position(from + length);
        return wide
                ? state.slice(from, length).asCharBuffer().toString()
                : new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    public @Nullable String optionalText() {
        return flag() ? text() : null;
    }

    public LocalDate day() {
        try {
            return LocalDate.ofEpochDay(int64());
        } catch (DateTimeException impossible) {
            throw new CorruptSnapshot("impossible day", impossible);
        }
    }

    public @Nullable LocalDate optionalDay() {
        return flag() ? day() : null;
    }

    public OffsetDateTime time() {
        try {
            Instant instant = Instant.ofEpochSecond(int64(), int32());
            return instant.atOffset(ZoneOffset.ofTotalSeconds(int32()));
        } catch (DateTimeException impossible) {
            throw new CorruptSnapshot("impossible time", impossible);
        }
    }

    public @Nullable OffsetDateTime optionalTime() {
        return flag() ? time() : null;
    }

    /** A value of an enum, by its name. */
    public <E extends Enum<E>> E oneOf(Class<E> choices) {
        String name = text();
        try {
            return Enum.valueOf(choices, name);
        } catch (IllegalArgumentException unknown) {
            throw new CorruptSnapshot("no " + choices.getSimpleName() + " is " + name, unknown);
        }
    }

    /** Refuses bytes behind the end of the state. */
    public void end() {
        if (state.hasRemaining()) {
            throw new CorruptSnapshot("bytes are left over behind the state");
        }
    }

    private ByteBuffer need(int size) {
        if (state.remaining() < size) {
            throw new CorruptSnapshot("the snapshot ends early, at byte " + state.position());
        }
        return state;
    }
}

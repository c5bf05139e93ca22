package org.carbonmarket.trading.engine.snapshot;

/** Bytes that are no snapshot of an engine, or of another version of it. */
public final class CorruptSnapshot extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CorruptSnapshot(String message) {
        super(message);
    }

    public CorruptSnapshot(String message, Throwable cause) {
        super(message, cause);
    }
}

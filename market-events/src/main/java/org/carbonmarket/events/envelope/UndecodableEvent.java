package org.carbonmarket.events.envelope;

/** A message that is not an event this reader understands; it belongs with the dead letters. */
public final class UndecodableEvent extends Exception {

    private static final long serialVersionUID = 1;

    public UndecodableEvent(String message) {
        super(message);
    }

    public UndecodableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}

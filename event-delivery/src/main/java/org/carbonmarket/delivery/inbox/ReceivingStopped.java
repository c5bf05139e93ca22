package org.carbonmarket.delivery.inbox;

/** The process ends while a batch waits for its database; the batch comes again after the start. */
public final class ReceivingStopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    ReceivingStopped(String message) {
        super(message);
    }
}

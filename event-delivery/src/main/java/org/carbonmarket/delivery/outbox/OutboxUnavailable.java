package org.carbonmarket.delivery.outbox;

import java.sql.SQLException;

/** The outbox could not be written; the caller's transaction has to roll back. */
public final class OutboxUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    OutboxUnavailable(SQLException cause) {
        super("the outbox cannot be written", cause);
    }
}

package org.carbonmarket.ledger.database;

import java.sql.SQLException;

/** The database did not do what was asked; the transaction rolls back. */
public final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatabaseFailure(SQLException cause) {
        super(cause);
    }
}

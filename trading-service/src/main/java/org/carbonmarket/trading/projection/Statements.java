package org.carbonmarket.trading.projection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;

/** Runs one statement over many rows, in the transaction of the caller. */
@ApplicationScoped
class Statements {

    private final DataSource database;

    @Inject
    Statements(DataSource database) {
        this.database = database;
    }

    /** Sets a statement's parameters from a row. */
    interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    /**
     * @throws IllegalStateException when the database refuses; the caller's transaction rolls back
     */
    <T> void forEach(String sql, Collection<T> rows, Binder<T> binder) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T row : rows) {
                binder.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException refused) {
            throw new IllegalStateException("the projection could not be written", refused);
        }
    }
}

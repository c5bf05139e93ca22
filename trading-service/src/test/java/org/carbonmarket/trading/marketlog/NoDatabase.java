package org.carbonmarket.trading.marketlog;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A database that is away. */
final class NoDatabase implements DataSource {

    @Override
    public Connection getConnection() throws SQLException {
        throw new SQLException("away");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("away");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLException("away");
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Nothing is logged.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // Nobody logs in.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("away");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}

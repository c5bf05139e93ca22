package org.carbonmarket.delivery.trial;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** What stands in a trial database, read and, for the gates, locked from outside. */
final class Books {

    private final String url;
    private final String user;
    private final String password;

    Books(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** How many payments each account has had. */
    Map<String, Long> paid() {
        return counts("select account, paid from trial_account where paid > 0");
    }

    /** How many deposits of each account took effect. */
    Map<String, Long> seen() {
        return counts("select account, count(*) from trial_seen group by account");
    }

    long seenInAll() {
        return number("select count(*) from trial_seen");
    }

    long waiting() {
        return number("select count(*) from outbox");
    }

    /** Deposits of an account that do not follow the one before: lost, doubled or out of order. */
    long breaksInNumbers() {
        return number(
                """
                select count(*) from (
                    select number,
                           lag(number, 1, 0::bigint) over (partition by account order by id) before
                      from trial_seen) as deposit
                 where number <> before + 1
                """);
    }

    long breaksInSequences() {
        return number(
                """
                select count(*) from (
                    select sequence,
                           lag(sequence, 1, 0::bigint)
                               over (partition by partition order by id) before
                      from trial_seen) as deposit
                 where sequence <> before + 1
                """);
    }

    /** How many sessions of this database wait for a lock. */
    long waitingForALock() {
        return number(
                """
                select count(*) from pg_stat_activity
                 where datname = current_database() and wait_event_type = 'Lock'
                """);
    }

    /** Locks rows until the answer is closed. */
    Gate lock(String rows) {
        try {
            Connection connection = connect();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(rows);
            }
            return () -> {
                try (connection) {
                    connection.rollback();
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            };
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    long number(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Map<String, Long> counts(String query) {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                counts.put(result.getString(1), result.getLong(2));
            }
            return counts;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    interface Gate extends AutoCloseable {
        @Override
        void close();
    }
}

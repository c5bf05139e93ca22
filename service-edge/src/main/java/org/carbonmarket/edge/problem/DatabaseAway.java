package org.carbonmarket.edge.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Whether a request failed because no database connection was to be had: worth another try. */
final class DatabaseAway {

    /** The class of connection exceptions in SQL's own states. */
    private static final String CONNECTION_LOST = "08";

    /** PostgreSQL: shut down, crashed, starting up, no room for another connection. */
    private static final Set<String> NOT_SERVING = Set.of("57P01", "57P02", "57P03", "53300");

    /** What the connection pool says, for want of a type of its own. */
    private static final String POOL_EXHAUSTED = "acquisition timeout";

    private DatabaseAway() {}

    static boolean isCauseOf(Throwable failure) {
        for (Throwable inner = failure; inner != null; inner = inner.getCause()) {
            if (inner instanceof SQLException refused && isAway(refused)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(SQLException refused) {
        String state = refused.getSQLState();
        String message = refused.getMessage();
        return refused instanceof SQLTransientConnectionException
                || (state != null
                        && (state.startsWith(CONNECTION_LOST) || NOT_SERVING.contains(state)))
                || (message != null && message.contains(POOL_EXHAUSTED));
    }
}

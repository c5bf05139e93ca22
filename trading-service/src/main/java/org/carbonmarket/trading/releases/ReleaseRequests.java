package org.carbonmarket.trading.releases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.trading.releases.ReleaseView.ReleaseState;
import org.jspecify.annotations.Nullable;

/**
 * The releases asked for. One is noted before it is sent to the market; the projection notes what
 * the market said. A key noted before is never sent again, whatever became of the first request:
 * better a release whose end is not known yet than two of them.
 */
@ApplicationScoped
class ReleaseRequests {

    private static final String NOTE =
            "INSERT INTO release_request (command, market, account, idempotency_key, digest,"
                    + " asked_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String FORGET = "DELETE FROM release_request WHERE command = ?";
    private static final String COLUMNS =
            "SELECT command, account, digest, released, code, detail FROM release_request";
    private static final String BY_KEY =
            COLUMNS + " WHERE market = ? AND account = ? AND idempotency_key = ?";
    private static final String BY_COMMAND = COLUMNS + " WHERE market = ? AND command = ?";

    private final DataSource database;

    @Inject
    ReleaseRequests(DataSource database) {
        this.database = database;
    }

    /**
     * A release asked for.
     *
     * @param digest of what was asked, to tell a retry from a reused key
     */
    record Noted(String command, AccountId account, String digest, ReleaseView view) {}

    /** What is about to be asked. */
    record Asked(
            Market market,
            String command,
            AccountId account,
            @Nullable String idempotencyKey,
            String digest,
            OffsetDateTime at) {}

    /** Notes a request; or returns the earlier one with the same key, and notes nothing. */
    Optional<Noted> note(Asked asked) {
        try (Connection connection = database.getConnection();
                PreparedStatement note = connection.prepareStatement(NOTE)) {
            note.setString(1, asked.command());
            note.setString(2, asked.market().name());
            note.setString(3, asked.account().value());
            note.setString(4, asked.idempotencyKey());
            note.setString(5, asked.digest());
            note.setObject(6, asked.at());
            return note.executeUpdate() == 1
                    ? Optional.empty()
                    : find(
                            connection,
                            BY_KEY,
                            asked.market().name(),
                            asked.account().value(),
                            String.valueOf(asked.idempotencyKey()));
        } catch (SQLException unavailable) {
            throw new IllegalStateException("the release could not be noted", unavailable);
        }
    }

    /** Forgets a request that was not sent. */
    void forget(String command) {
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setString(1, command);
            forget.executeUpdate();
        } catch (SQLException unavailable) {
            throw new IllegalStateException("the release could not be forgotten", unavailable);
        }
    }

    Optional<Noted> find(Market market, String command) {
        try (Connection connection = database.getConnection()) {
            return find(connection, BY_COMMAND, market.name(), command);
        } catch (SQLException unavailable) {
            throw new IllegalStateException("no releases to read", unavailable);
        }
    }

    private static Optional<Noted> find(Connection connection, String sql, String... parameters)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                find.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(noted(row)) : Optional.empty();
            }
        }
    }

    private static Noted noted(ResultSet row) throws SQLException {
        String command = row.getString("command");
        AccountId account = AccountId.of(row.getString("account"));
        String released = row.getString("released");
        String code = row.getString("code");
        ReleaseState state =
                released != null
                        ? ReleaseState.RELEASED
                        : code != null ? ReleaseState.REFUSED : ReleaseState.PENDING;
        return new Noted(
                command,
                account,
                row.getString("digest"),
                new ReleaseView(command, account, state, released, code, row.getString("detail")));
    }
}

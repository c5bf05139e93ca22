package org.carbonmarket.edge.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.carbonmarket.edge.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Makes a retried request safe: the answer is stored in the transaction of its effect, under the
 * caller's scope and the {@code Idempotency-Key} header, for 24 hours. A refused request stores
 * nothing and may be sent again with the same key.
 */
@ApplicationScoped
public class Idempotency {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private static final String EXPIRE =
            "DELETE FROM idempotency_key WHERE scope = ? AND stored_at < now() - interval '24"
                    + " hours'";
    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 7))";
    private static final String FIND =
            "SELECT digest, answer FROM idempotency_key WHERE scope = ? AND key = ?";
    private static final String STORE =
            "INSERT INTO idempotency_key (scope, key, digest, answer) VALUES (?, ?, ?, ?)";

    private final DataSource database;
    private final ObjectMapper json;

    @Inject
    public Idempotency(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Runs {@code action} once per key inside the caller's transaction.
     *
     * @param scope whose keys these are: the account, or the operator's name
     * @param key the header's value; null runs the action without protection
     * @param request what was asked, path included; another request under the same key is refused
     * @throws Refusal 400 for a malformed key, 409 while the first request is still in flight, 422
     *     when the key came with another request before
     */
    @Transactional
    public <T> T once(
            String scope,
            @Nullable String key,
            Object request,
            Class<T> answer,
            Supplier<T> action) {
        if (key == null) {
            return action.get();
        }
        if (!FORM.matcher(key).matches()) {
            throw new Refusal(
                    400,
                    "IDEMPOTENCY_KEY_MALFORMED",
                    "Idempotency-Key",
                    "A key is 1 to 128 visible ASCII characters.");
        }
        try (Connection connection = database.getConnection()) {
            lock(connection, scope, key);
            String digest = digest(request);
            T stored = stored(connection, scope, key, digest, answer);
            if (stored != null) {
                return stored;
            }
            T result = action.get();
            store(connection, scope, key, digest, json.writeValueAsString(result));
            return result;
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void lock(Connection connection, String scope, String key) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, scope + "\n" + key);
            try (ResultSet row = lock.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw Refusal.conflict(
                            "REQUEST_IN_FLIGHT",
                            "The first request with this key is still being worked on; ask again"
                                    + " shortly.");
                }
            }
        }
    }

    private <T> @Nullable T stored(
            Connection connection, String scope, String key, String digest, Class<T> answer)
            throws SQLException, JsonProcessingException {
        try (PreparedStatement expire = connection.prepareStatement(EXPIRE)) {
            expire.setString(1, scope);
            expire.executeUpdate();
        }
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, scope);
            find.setString(2, key);
            try (ResultSet row = find.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                if (!digest.equals(row.getString(1))) {
                    throw Refusal.unprocessable(
                            "IDEMPOTENCY_KEY_REUSED",
                            "Idempotency-Key",
                            "This key came with another request before; take a new one.");
                }
                return json.readValue(row.getString(2), answer);
            }
        }
    }

    private static void store(
            Connection connection, String scope, String key, String digest, String answer)
            throws SQLException {
        try (PreparedStatement store = connection.prepareStatement(STORE)) {
            store.setString(1, scope);
            store.setString(2, key);
            store.setString(3, digest);
            store.setString(4, answer);
            store.executeUpdate();
        }
    }

    private String digest(Object request) throws JsonProcessingException {
        String text = request.getClass().getSimpleName() + json.writeValueAsString(request);
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

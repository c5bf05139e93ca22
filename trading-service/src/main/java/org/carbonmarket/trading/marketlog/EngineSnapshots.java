package org.carbonmarket.trading.marketlog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.carbonmarket.events.quantity.Market;
import org.jboss.logging.Logger;

/**
 * States of engines, kept so that recovery need not replay the log from its beginning. A snapshot
 * is a shortcut and nothing more: the log alone gives the same state.
 */
@ApplicationScoped
public class EngineSnapshots {

    private static final Logger LOG = Logger.getLogger(EngineSnapshots.class);
    private static final int KEPT = 3;

    private static final String INSERT =
            "INSERT INTO engine_snapshot (market, position, hash, bytes) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (market, position) DO NOTHING";
    private static final String PRUNE =
            "DELETE FROM engine_snapshot WHERE market = ? AND position NOT IN (SELECT position"
                    + " FROM engine_snapshot WHERE market = ? ORDER BY position DESC LIMIT ?)";
    private static final String NEWEST =
            "SELECT position, hash, bytes FROM engine_snapshot WHERE market = ?"
                    + " ORDER BY position DESC";

    private final DataSource database;

    @Inject
    EngineSnapshots(DataSource database) {
        this.database = database;
    }

    /**
     * An engine's state after the command at a position.
     *
     * @param position the last applied command's position on the log
     */
    record EngineSnapshot(Market market, long position, ByteBuffer state) {}

    void save(EngineSnapshot snapshot) throws SQLException {
        byte[] bytes = bytesOf(snapshot.state());
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement prune = connection.prepareStatement(PRUNE)) {
            insert.setString(1, snapshot.market().name());
            insert.setLong(2, snapshot.position());
            insert.setString(3, hashOf(bytes));
            insert.setBytes(4, bytes);
            insert.executeUpdate();
            prune.setString(1, snapshot.market().name());
            prune.setString(2, snapshot.market().name());
            prune.setInt(3, KEPT);
            prune.executeUpdate();
        }
    }

    /** The newest snapshot whose bytes still have the hash they were saved with. */
    Optional<EngineSnapshot> newest(Market market) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(NEWEST)) {
            select.setString(1, market.name());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long position = rows.getLong(1);
                    byte[] bytes = rows.getBytes(3);
                    if (hashOf(bytes).equals(rows.getString(2))) {
                        return Optional.of(
                                new EngineSnapshot(market, position, ByteBuffer.wrap(bytes)));
                    }
                    LOG.errorf(
                            "Snapshot of %s at %d is damaged; trying an older", market, position);
                }
            }
        }
        return Optional.empty();
    }

    static byte[] bytesOf(ByteBuffer state) {
        byte[] bytes = new byte[state.remaining()];
        state.duplicate().get(bytes);
        return bytes;
    }

    private static String hashOf(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package org.carbonmarket.trading.auction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The private halves of auctions' keys, in a table of their own that no query reads. They leave
 * this service once, at an auction's end, onto the market's log.
 */
@ApplicationScoped
class OpeningKeys {

    private static final String KEEP =
            "INSERT INTO auction_key (sealing_key, opening_key, made_at) VALUES (?, ?, ?)";
    private static final String FIND = "SELECT opening_key FROM auction_key WHERE sealing_key = ?";

    private final DataSource database;

    @Inject
    OpeningKeys(DataSource database) {
        this.database = database;
    }

    /** A key pair never used before. */
    static KeyPair freshPair() {
        try {
            return KeyPairGenerator.getInstance("X25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Makes the key of an auction to come and keeps its private half; returns the public one. */
    String make(OffsetDateTime now) {
        KeyPair pair = freshPair();
        Base64.Encoder text = Base64.getEncoder();
        String sealingKey = text.encodeToString(pair.getPublic().getEncoded());
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setString(1, sealingKey);
            insert.setString(2, text.encodeToString(pair.getPrivate().getEncoded()));
            insert.setObject(3, now);
            insert.executeUpdate();
            return sealingKey;
        } catch (SQLException refused) {
            throw new IllegalStateException("the auction's key could not be kept", refused);
        }
    }

    /** The private half; empty when another platform made the key. */
    Optional<String> find(String sealingKey) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setString(1, sealingKey);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("the auction's key could not be read", refused);
        }
    }
}

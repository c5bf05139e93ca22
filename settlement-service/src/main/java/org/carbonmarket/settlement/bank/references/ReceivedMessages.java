package org.carbonmarket.settlement.bank.references;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.ledger.database.Database;

/** The bank's files as they came, each stored once, with how often it was delivered. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ReceivedMessages {

    private final Database database;
    private final BusinessClock clock;

    ReceivedMessages(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What a file is about. */
    public enum Kind {
        CREDIT_NOTIFICATION,
        PAYMENT_STATUS,
        DAY_STATEMENT
    }

    /**
     * Keeps a file that is taken.
     *
     * @param message the bank's number of it
     */
    public void keep(Kind kind, String message, byte[] content, String actor) {
        database.update(
                """
                insert into bank_message (kind, message, digest, content, received_at, received_by)
                values (?, ?, ?, ?, ?, ?)
                on conflict (digest) do update set deliveries = bank_message.deliveries + 1\
                """,
                kind.name(),
                message,
                digest(content),
                content,
                clock.now(),
                actor);
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}

package org.carbonmarket.registry.credits.retirement;

import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;

/**
 * What a retirement certificate states. Its JSON, byte for byte as the registry gives it out, has
 * the SHA-256 by which anyone can look it up and check it.
 *
 * @param certificate the retirement's number
 * @param serials every serial that was retired
 * @param posting the ledger's posting, whose hash covers the serials too
 */
record Certificate(
        String certificate,
        AccountId account,
        String beneficiary,
        Purpose purpose,
        String reason,
        Tonnes tonnes,
        List<RetiredSerials> serials,
        long posting,
        OffsetDateTime retiredAt) {

    Certificate {
        serials = List.copyOf(serials);
    }

    /** Consecutive serials of one batch. */
    record RetiredSerials(
            String project,
            String methodology,
            String batch,
            int vintage,
            long firstSerial,
            long lastSerial) {

        long units() {
            return lastSerial - firstSerial + 1;
        }
    }
}

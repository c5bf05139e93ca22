package org.carbonmarket.registry.accounts.dossier;

import java.time.OffsetDateTime;

/**
 * A document of an application. The registry keeps what it is and its digest, not the document.
 *
 * @param number counts an account's documents from 1
 * @param bytes its size
 * @param sha256 64 small hexadecimal digits
 */
record Document(
        int number,
        Kind kind,
        String title,
        String mediaType,
        long bytes,
        String sha256,
        String recordedBy,
        OffsetDateTime recordedAt) {

    /** What a document shows. */
    enum Kind {
        BUSINESS_LICENCE,
        IDENTITY,
        AUTHORISATION,
        PERMIT,
        OTHER
    }
}

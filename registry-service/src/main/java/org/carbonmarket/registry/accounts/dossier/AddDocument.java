package org.carbonmarket.registry.accounts.dossier;

import static org.carbonmarket.edge.request.Fields.text;

import java.util.regex.Pattern;
import org.carbonmarket.edge.problem.Refusal;

/** A document's metadata and digest. */
record AddDocument(Document.Kind kind, String title, String mediaType, long bytes, String sha256) {

    private static final int LONGEST_TITLE = 200;
    private static final long LARGEST = 1_000_000_000;
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]{1,80}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    AddDocument checked() {
        if (!DIGEST.matcher(sha256).matches()) {
            throw Refusal.unprocessable(
                    "DIGEST_MALFORMED",
                    "sha256",
                    "A SHA-256 digest is written as 64 small hexadecimal digits.");
        }
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw Refusal.unprocessable(
                    "FIELD_MALFORMED",
                    "mediaType",
                    "A media type is written like application/pdf.");
        }
        if (bytes < 1 || bytes > LARGEST) {
            throw Refusal.unprocessable(
                    "SIZE_OUT_OF_RANGE", "bytes", "A document has 1 to 1000000000 bytes.");
        }
        return new AddDocument(kind, text("title", title, LONGEST_TITLE), mediaType, bytes, sha256);
    }
}

package org.carbonmarket.registry.holdings.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HexFormat;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;

/**
 * Gives out a copy of the ledger: a line of JSON for each posting, as it is stored and whatever is
 * stored, and a last line with the recorded end of the chain.
 */
@ApplicationScoped
class LedgerExport {

    /** One statement, so one snapshot: the end that is told is that of the postings told. */
    private static final String COPY =
            """
            select head.number as head_number, head.hash as head_hash,
                   p.number, p.reason, p.document, p.actor, p.posted_at, p.previous_hash, p.hash,
                   e.place, e.bucket, e.product, e.tonnes
            from chain_head head
            left join posting p on true
            left join entry e on e.posting = p.number
            order by p.number, e.line\
            """;

    private final Database database;
    private final ObjectMapper json;

    LedgerExport(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Streams the copy; nothing but the current posting is held in memory. */
    @Transactional
    void writeTo(OutputStream out) throws IOException {
        try (JsonGenerator lines =
                json.createGenerator(out)
                        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                        .setRootValueSeparator(null)) {
            Writing writing = new Writing(lines);
            try {
                database.stream(COPY, writing);
                writing.end();
            } catch (UncheckedIOException broken) {
                throw broken.getCause();
            }
        }
    }

    /** Writes lines while rows come in. */
    private static final class Writing implements Database.RowConsumer {

        private final JsonGenerator lines;
        private long current;
        private long headNumber;
        private byte[] head = new byte[32];

        Writing(JsonGenerator lines) {
            this.lines = lines;
        }

        @Override
        public void accept(Row row) throws SQLException {
            headNumber = row.number("head_number");
            head = row.bytes("head_hash");
            if (row.textOrNull("number") == null) {
                return;
            }
            try {
                if (row.number("number") != current) {
                    closeCurrent();
                    current = row.number("number");
                    open(row);
                }
                if (row.textOrNull("place") != null) {
                    entry(row);
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private void open(Row row) throws IOException, SQLException {
            lines.writeStartObject();
            lines.writeNumberField("posting", current);
            lines.writeStringField("reason", row.text("reason"));
            lines.writeStringField("document", row.text("document"));
            lines.writeStringField("actor", row.text("actor"));
            lines.writeStringField("at", row.time("posted_at").toString());
            lines.writeStringField("previousHash", hex(row.bytes("previous_hash")));
            lines.writeStringField("hash", hex(row.bytes("hash")));
            lines.writeArrayFieldStart("entries");
        }

        private void entry(Row row) throws IOException, SQLException {
            lines.writeStartObject();
            lines.writeStringField("place", row.text("place"));
            String bucket = row.textOrNull("bucket");
            if (bucket != null) {
                lines.writeStringField("bucket", bucket);
            }
            lines.writeStringField("kind", row.text("product"));
            lines.writeNumberField("amount", row.number("tonnes"));
            lines.writeEndObject();
        }

        private void closeCurrent() throws IOException {
            if (current > 0) {
                lines.writeEndArray();
                lines.writeEndObject();
                lines.writeRaw('\n');
            }
        }

        void end() throws IOException {
            closeCurrent();
            lines.writeStartObject();
            lines.writeObjectFieldStart("head");
            lines.writeNumberField("number", headNumber);
            lines.writeStringField("hash", hex(head));
            lines.writeEndObject();
            lines.writeEndObject();
            lines.writeRaw('\n');
        }

        private static String hex(byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
    }
}

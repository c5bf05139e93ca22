package org.carbonmarket.settlement.statements;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.carbonmarket.settlement.funds.ledger.FundsView;
import org.carbonmarket.settlement.funds.ledger.PostingView;

/** A statement as CSV (RFC 4180): a line for each balance and entry. Amounts are signed yuan. */
final class StatementCsv {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader("posting", "at", "reason", "document", "bucket", "purpose", "amount")
                    .get();

    private StatementCsv() {}

    static String of(Statement statement) {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter lines = new CSVPrinter(csv, FORMAT)) {
            balance(lines, "OPENING", statement.opening());
            for (PostingView posting : statement.postings()) {
                for (PostingView.EntryView entry : posting.entries()) {
                    lines.printRecord(
                            posting.posting(),
                            posting.at(),
                            posting.reason(),
                            posting.document(),
                            entry.bucket(),
                            entry.purpose(),
                            entry.amount());
                }
            }
            lines.printRecord(null, null, "FEES", null, null, null, statement.fees());
            balance(lines, "CLOSING", statement.closing());
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes what is written", impossible);
        }
        return csv.toString();
    }

    private static void balance(CSVPrinter lines, String what, FundsView funds) throws IOException {
        lines.printRecord(null, null, what, null, "AVAILABLE", null, funds.available());
        lines.printRecord(null, null, what, null, "IN_TRADING", null, funds.inTrading());
        lines.printRecord(null, null, what, null, "FROZEN", null, funds.frozen());
    }
}

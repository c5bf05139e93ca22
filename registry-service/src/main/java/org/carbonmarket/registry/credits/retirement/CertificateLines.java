package org.carbonmarket.registry.credits.retirement;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.registry.credits.retirement.Certificate.RetiredSerials;

/** The words of a printed certificate. */
final class CertificateLines {

    /** Columns of a line; a Chinese character takes two. */
    private static final int WIDTH = 78;

    private static final int INDENT = 14;

    private final List<String> lines = new ArrayList<>();

    private CertificateLines() {}

    static List<String> of(Certificate certificate, String hash) {
        CertificateLines page = new CertificateLines();
        page.lines.add("CERTIFICATE OF RETIREMENT");
        page.lines.add("China Certified Emission Reductions (CCER)");
        page.lines.add("");
        page.field("Certificate", certificate.certificate());
        page.field("Tonnes CO2e", certificate.tonnes().toString());
        page.field("Beneficiary", certificate.beneficiary());
        page.field("Retired by", "account " + certificate.account());
        page.field("Purpose", certificate.purpose().name());
        page.field("Reason", certificate.reason());
        page.field(
                "Retired at",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(certificate.retiredAt()));
        page.field("Ledger", "posting " + certificate.posting());
        page.lines.add("");
        page.lines.add("Serial numbers, both ends included:");
        for (RetiredSerials each : certificate.serials()) {
            page.field(
                    each.project(),
                    "%d to %d (%d t), batch %s, vintage %d, methodology %s"
                            .formatted(
                                    each.firstSerial(),
                                    each.lastSerial(),
                                    each.units(),
                                    each.batch(),
                                    each.vintage(),
                                    each.methodology()));
        }
        page.lines.add("");
        page.lines.add("These credits left the market for good; none of them is retired again.");
        page.lines.add("Look this certificate up in the registry under /api/v1/certificates/ and");
        page.lines.add("the SHA-256 of its JSON, which is");
        page.lines.add(hash);
        return page.lines;
    }

    private void field(String label, String value) {
        StringBuilder line = new StringBuilder(label);
        line.append(" ".repeat(Math.max(1, INDENT - label.length())));
        int width = line.length();
        for (int point : value.codePoints().toArray()) {
            int wide = Character.isIdeographic(point) ? 2 : 1;
            if (width + wide > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(INDENT));
                width = INDENT;
            }
            line.appendCodePoint(point);
            width += wide;
        }
        lines.add(line.toString());
    }
}

package org.carbonmarket.registry.credits.retirement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * A certificate as pages to print. The same certificate gives the same bytes, and says by which
 * hash it can be looked up.
 */
final class CertificatePdf {

    private static final int LINES_PER_PAGE = 44;

    private CertificatePdf() {}

    /**
     * @param hash SHA-256 of the certificate's JSON
     */
    static byte[] of(Certificate certificate, String hash) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            // Otherwise the library puts the time into the document's identifier.
            document.setDocumentId((long) hash.hashCode());
            PDDocumentInformation about = new PDDocumentInformation();
            about.setTitle("Retirement certificate " + certificate.certificate());
            about.setKeywords("SHA-256 " + hash);
            document.setDocumentInformation(about);
            List<String> lines = CertificateLines.of(certificate, hash);
            for (int from = 0; from < lines.size(); from += LINES_PER_PAGE) {
                int to = Math.min(from + LINES_PER_PAGE, lines.size());
                page(document, lines.subList(from, to));
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException("a PDF in memory was not written", impossible);
        }
    }

    private static void page(PDDocument document, List<String> lines) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        page.getCOSObject().setItem(COSName.RESOURCES, PdfText.resources());
        PDStream content = new PDStream(document);
        try (OutputStream stream = content.createOutputStream(COSName.FLATE_DECODE)) {
            stream.write(PdfText.page(lines).getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(content);
    }
}

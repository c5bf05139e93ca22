package org.carbonmarket.settlement.statements;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import org.carbonmarket.settlement.funds.Entry.Purpose;
import org.carbonmarket.settlement.funds.ledger.FundsView;
import org.carbonmarket.settlement.funds.ledger.PostingView;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.HeaderFooter;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A statement as a PDF in Chinese and English, on A4. The font is one of those every PDF reader
 * brings for Chinese, so that none needs to be shipped.
 */
final class StatementPdf {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int[] COLUMNS = {8, 19, 21, 24, 13, 15};
    private static final int MARGIN = 40;

    private final Font title;
    private final Font text;

    private StatementPdf(BaseFont font) {
        this.title = new Font(font, 15);
        this.text = new Font(font, 9);
    }

    static byte[] of(Statement statement) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
            PdfWriter.getInstance(document, bytes);
            BaseFont font =
                    BaseFont.createFont("STSong-Light", "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED);
            new StatementPdf(font).write(document, statement);
        } catch (IOException broken) {
            throw new UncheckedIOException("the library brings its fonts", broken);
        }
        return bytes.toByteArray();
    }

    private void write(Document document, Statement statement) {
        document.addTitle("Statement %s %s".formatted(statement.account(), statement.from()));
        HeaderFooter pages = new HeaderFooter(new Phrase("— ", text), new Phrase(" —", text));
        pages.setAlignment(Element.ALIGN_CENTER);
        pages.setBorder(0);
        document.setFooter(pages);
        document.open();
        document.add(new Paragraph("资金结算单  Statement of funds", title));
        document.add(line("户名 Holder", statement.holder()));
        document.add(line("账户 Account", statement.account().value()));
        document.add(line("期间 Period", statement.from() + " — " + statement.until()));
        document.add(line("币种 Currency", "人民币元 CNY"));
        document.add(balances(statement));
        document.add(entries(statement));
        document.add(line("手续费合计 Fees in total", statement.fees()));
        document.add(
                line(
                        "异议 Objections",
                        "下一交易日开市前未提出异议的，视为认可。 Until the next opening; none is assent."));
    }

    private Paragraph line(String what, String value) {
        return new Paragraph(what + "： " + value, text);
    }

    private PdfPTable balances(Statement statement) {
        PdfPTable table = table(new int[] {25, 25, 25, 25});
        cells(table, "", "可用 Available", "交易中 In trading", "冻结 Frozen");
        balance(table, "期初余额 Opening", statement.opening());
        balance(table, "期末余额 Closing", statement.closing());
        return table;
    }

    private void balance(PdfPTable table, String what, FundsView funds) {
        cells(table, what);
        amount(table, funds.available().toString());
        amount(table, funds.inTrading().toString());
        amount(table, funds.frozen().toString());
    }

    private PdfPTable entries(Statement statement) {
        PdfPTable table = table(COLUMNS);
        table.setHeaderRows(1);
        cells(table, "序号 No.", "时间 Time", "事由 Reason", "凭证 Document", "科目 Bucket", "金额 Amount");
        for (PostingView posting : statement.postings()) {
            for (PostingView.EntryView entry : posting.entries()) {
                String fee = entry.purpose() == Purpose.FEE ? " 费 FEE" : "";
                cells(
                        table,
                        Long.toString(posting.posting()),
                        TIME.format(posting.at()),
                        posting.reason() + fee,
                        posting.document(),
                        entry.bucket().name());
                amount(table, entry.amount());
            }
        }
        return table;
    }

    private static PdfPTable table(int[] widths) {
        PdfPTable table = new PdfPTable(widths.length);
        table.setWidths(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(10);
        table.setSpacingAfter(10);
        return table;
    }

    private void cells(PdfPTable table, String... texts) {
        for (String each : texts) {
            table.addCell(new PdfPCell(new Phrase(each, text)));
        }
    }

    private void amount(PdfPTable table, String yuan) {
        PdfPCell cell = new PdfPCell(new Phrase(yuan, text));
        cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
        table.addCell(cell);
    }
}

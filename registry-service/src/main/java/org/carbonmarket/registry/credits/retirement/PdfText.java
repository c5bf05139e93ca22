package org.carbonmarket.registry.credits.retirement;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/**
 * Lines of text as a page's operators. Names may be Chinese: what is not ASCII is set in the
 * viewer's own song typeface, so that no font of megabytes goes into every certificate.
 */
final class PdfText {

    private static final String LATIN = "/F1 11 Tf ";
    private static final String CHINESE = "/F2 11 Tf ";
    private static final String START = "BT 56 785 Td 16 TL\n";

    private PdfText() {}

    static String page(List<String> lines) {
        StringBuilder operators = new StringBuilder(START);
        for (String line : lines) {
            int start = 0;
            while (start < line.length()) {
                int end = endOfRun(line, start);
                String run = line.substring(start, end);
                boolean latin = isAscii(line.codePointAt(start));
                byte[] text =
                        run.getBytes(latin ? StandardCharsets.US_ASCII : StandardCharsets.UTF_16BE);
                operators.append(latin ? LATIN : CHINESE);
                operators.append('<').append(HexFormat.of().formatHex(text)).append("> Tj ");
                start = end;
            }
            operators.append("T*\n");
        }
        return operators.append("ET\n").toString();
    }

    private static int endOfRun(String line, int start) {
        boolean latin = isAscii(line.codePointAt(start));
        int end = start;
        while (end < line.length() && isAscii(line.codePointAt(end)) == latin) {
            end += Character.charCount(line.codePointAt(end));
        }
        return end;
    }

    private static boolean isAscii(int point) {
        return point < 0x7f;
    }

    static COSDictionary resources() {
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F1"), latin());
        fonts.setItem(COSName.getPDFName("F2"), chinese());
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        return resources;
    }

    private static COSDictionary latin() {
        COSDictionary font = font("Type1", "Courier");
        font.setName(COSName.ENCODING, "WinAnsiEncoding");
        return font;
    }

    private static COSDictionary chinese() {
        COSDictionary system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("GB1"));
        system.setInt(COSName.SUPPLEMENT, 5);
        COSDictionary descriptor = new COSDictionary();
        descriptor.setName(COSName.TYPE, "FontDescriptor");
        descriptor.setName(COSName.FONT_NAME, "STSong-Light");
        descriptor.setInt(COSName.FLAGS, 6);
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, 857);
        descriptor.setInt(COSName.DESCENT, -143);
        descriptor.setInt(COSName.CAP_HEIGHT, 857);
        descriptor.setInt(COSName.STEM_V, 93);
        COSArray box = new COSArray();
        for (int corner : new int[] {-134, -254, 1001, 905}) {
            box.add(COSInteger.get(corner));
        }
        descriptor.setItem(COSName.FONT_BBOX, box);
        COSDictionary descendant = font("CIDFontType0", "STSong-Light");
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        descendant.setItem(COSName.FONT_DESC, descriptor);
        descendant.setInt(COSName.DW, 1000);
        COSArray descendants = new COSArray();
        descendants.add(descendant);
        COSDictionary font = font("Type0", "STSong-Light-UniGB-UTF16-H");
        font.setName(COSName.ENCODING, "UniGB-UTF16-H");
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }

    private static COSDictionary font(String subtype, String name) {
        COSDictionary font = new COSDictionary();
        font.setName(COSName.TYPE, "Font");
        font.setName(COSName.SUBTYPE, subtype);
        font.setName(COSName.BASE_FONT, name);
        return font;
    }
}

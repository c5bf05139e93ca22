package org.carbonmarket.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.local.replay.record.RecordRow;
import org.carbonmarket.local.replay.record.Turnover;
import org.jspecify.annotations.Nullable;

/** Compares a sheet that reporting publishes with the record's line, field by field. */
final class SheetComparison {

    private final RecordRow row;
    private final JsonNode sheet;
    private final List<String> differences = new ArrayList<>();

    private SheetComparison(RecordRow row, JsonNode sheet) {
        this.row = row;
        this.sheet = sheet;
    }

    /** Each difference with day, product and field; none when all is equal. */
    static List<String> differences(RecordRow row, JsonNode sheet) {
        SheetComparison comparison = new SheetComparison(row, sheet);
        if (sheet.isMissingNode()) {
            comparison.differences.add(
                    "%s %s: there is no sheet".formatted(row.day(), row.product()));
            return comparison.differences;
        }
        comparison.compareStates();
        comparison.comparePrices(row.quoted());
        comparison.compare("listed", row.listed());
        comparison.compare("block", row.block());
        comparison.compare("auction", row.auction());
        comparison.compareField("volume", sheet.path("volume"), row.total().tonnes());
        comparison.compareField("amount", sheet.path("amount"), Money.ofFen(row.total().fen()));
        return comparison.differences;
    }

    private void compareStates() {
        compareField("state", sheet.path("state"), "FINAL");
    }

    private void comparePrices(RecordRow.Prices prices) {
        if (row.previousClose() != null) {
            compareField("previousClose", sheet.path("previousClose"), row.previousClose());
        }
        compareField("open", sheet.path("open"), prices.open());
        compareField("high", sheet.path("high"), prices.high());
        compareField("low", sheet.path("low"), prices.low());
        compareField("close", sheet.path("close"), prices.close());
    }

    private void compare(String method, Turnover expected) {
        JsonNode found = sheet.path(method);
        compareField(method + ".volume", found.path("volume"), expected.tonnes());
        compareField(method + ".amount", found.path("amount"), Money.ofFen(expected.fen()));
    }

    private void compareField(String field, JsonNode found, @Nullable Object expected) {
        String wanted = expected == null ? "none" : expected.toString();
        String there = found.isMissingNode() || found.isNull() ? "none" : found.asText();
        if (!there.equals(wanted)) {
            differences.add(
                    "%s %s %s: the platform says %s, the record %s"
                            .formatted(row.day(), row.product(), field, there, wanted));
        }
    }
}

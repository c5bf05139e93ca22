package org.carbonmarket.local.replay.record;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.function.Function;
import org.carbonmarket.events.quantity.Money;

/**
 * What must hold for a composite's line. Its volumes and amounts are its products' together. Its
 * opening, high and low are of a quote the institution reckons through the day, out of nothing that
 * a record holds, and how it rounds is its own: of its prices only the close can be judged, which
 * lies between its products' closes whatever their weights.
 */
final class CompositeRules {

    private final RecordRow row;
    private final List<RecordRow> products;
    private final List<Fault> faults = new ArrayList<>();

    private CompositeRules(RecordRow row, List<RecordRow> products) {
        this.row = row;
        this.products = products;
    }

    /**
     * The faults of a composite's line.
     *
     * @param products the same day's lines, none of them faulty
     */
    static List<Fault> faultsOf(RecordRow row, List<RecordRow> products) {
        CompositeRules rules = new CompositeRules(row, products);
        rules.checkSum(Column.LISTED_VOLUME_T, Column.LISTED_AMOUNT_CNY, RecordRow::listed);
        rules.checkSum(Column.BLOCK_VOLUME_T, Column.BLOCK_AMOUNT_CNY, RecordRow::block);
        rules.checkSum(Column.AUCTION_VOLUME_T, Column.AUCTION_AMOUNT_CNY, RecordRow::auction);
        rules.checkSum(Column.TOTAL_VOLUME_T, Column.TOTAL_AMOUNT_CNY, RecordRow::total);
        rules.checkSum(Column.HIST_VOLUME_T, Column.HIST_AMOUNT_CNY, RecordRow::cumulative);
        rules.checkClose();
        return rules.faults;
    }

    private void checkSum(Column volume, Column amount, Function<RecordRow, Turnover> part) {
        Turnover sum = products.stream().map(part).reduce(Turnover.NONE, Turnover::plus);
        Turnover stated = part.apply(row);
        if (sum.tonnes() != stated.tonnes()) {
            fault(
                    volume,
                    "the products' volumes add up to %d, not %d"
                            .formatted(sum.tonnes(), stated.tonnes()));
        }
        if (sum.fen() != stated.fen()) {
            fault(
                    amount,
                    "the products' amounts add up to %s, not %s"
                            .formatted(Money.ofFen(sum.fen()), Money.ofFen(stated.fen())));
        }
    }

    private void checkClose() {
        RecordRow.Prices prices = row.prices();
        if (prices == null || products.isEmpty()) {
            return;
        }
        LongSummaryStatistics closes =
                products.stream()
                        .mapToLong(product -> product.quoted().close().fen())
                        .summaryStatistics();
        long close = prices.close().fen();
        if (close < closes.getMin() || close > closes.getMax()) {
            fault(
                    Column.CLOSE,
                    "the composite %s lies outside its products' closes".formatted(prices.close()));
        }
    }

    private void fault(Column column, String reason) {
        faults.add(column.fault(row.line(), reason));
    }
}

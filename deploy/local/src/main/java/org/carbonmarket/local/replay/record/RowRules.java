package org.carbonmarket.local.replay.record;

import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.calendar.TradingCalendar;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.local.replay.plan.BlockTrades;
import org.carbonmarket.local.replay.plan.ListedGoal;
import org.jspecify.annotations.Nullable;

/** What must hold for a product's line on its own (Trading Rules; notice of 2021-06-22). */
final class RowRules {

    /** Hundredths of a percent around the previous close. */
    private static final int LISTED_BAND = 1_000;

    private static final int BLOCK_BAND = 3_000;

    private final RecordRow row;
    private final @Nullable Price reference;
    private final RecordRow.Prices prices;
    private final List<Fault> faults = new ArrayList<>();

    private RowRules(RecordRow row, @Nullable Price reference) {
        this.row = row;
        this.reference = reference;
        this.prices = row.quoted();
    }

    /**
     * The faults of a product's line.
     *
     * @param reference what the limits are reckoned from; null when nothing in the file tells it
     */
    static List<Fault> faultsOf(
            RecordRow row, @Nullable Price reference, TradingCalendar calendar) {
        RowRules rules = new RowRules(row, reference);
        rules.checkDay(calendar);
        if (row.listed().tonnes() == 0) {
            rules.checkQuietDay();
        } else {
            rules.checkListed();
        }
        rules.checkBlocks();
        rules.checkAuction();
        rules.checkTotal();
        return rules.faults;
    }

    private void checkDay(TradingCalendar calendar) {
        if (!calendar.isTradingDay(row.day())) {
            fault(Column.TRADE_DATE, row.day() + " is no trading day");
        }
    }

    private void checkQuietDay() {
        if (row.listed().fen() != 0) {
            fault(Column.LISTED_AMOUNT_CNY, "an amount without a volume");
        }
        if (prices.high() != null || prices.low() != null) {
            fault(Column.HIGH, "a high or low without a listed trade");
        }
        if (reference == null) {
            return;
        }
        if (!prices.open().equals(reference)) {
            fault(
                    Column.OPEN,
                    "without a listed trade the opening is the previous close " + reference);
        }
        if (!prices.close().equals(reference)) {
            fault(
                    Column.CLOSE,
                    "without a listed trade the close is the previous close " + reference);
        }
    }

    private void checkListed() {
        if (row.listed().fen() == 0) {
            fault(Column.LISTED_AMOUNT_CNY, "a volume without an amount");
            return;
        }
        checkClose();
        Price high = prices.high();
        Price low = prices.low();
        if (high == null || low == null) {
            fault(
                    high == null ? Column.HIGH : Column.LOW,
                    "listed trades without a high and a low");
            return;
        }
        int sound = faults.size();
        requireInBand(Column.OPEN, prices.open());
        requireInBand(Column.HIGH, high);
        requireInBand(Column.LOW, low);
        boolean inOrder = low.compareTo(prices.open()) <= 0 && prices.open().compareTo(high) <= 0;
        if (!inOrder) {
            fault(
                    Column.OPEN,
                    "low %s, opening %s and high %s are not in this order"
                            .formatted(low, prices.open(), high));
        }
        if (inOrder && faults.size() == sound) {
            checkAmount(high, low);
        }
    }

    private void checkClose() {
        long average = row.listed().fen() / row.listed().tonnes();
        if (average == 0) {
            fault(Column.LISTED_AMOUNT_CNY, "an amount below the tick for each tonne");
            return;
        }
        Price expected =
                Price.average(Money.ofFen(row.listed().fen()), Tonnes.of(row.listed().tonnes()));
        if (!prices.close().equals(expected)) {
            fault(
                    Column.CLOSE,
                    "the listed amount over the listed volume is %s, half up, not %s"
                            .formatted(expected, prices.close()));
        }
    }

    private void requireInBand(Column column, Price price) {
        if (reference == null) {
            return;
        }
        Price lower = reference.lowerLimit(LISTED_BAND);
        Price upper = reference.upperLimit(LISTED_BAND);
        if (price.compareTo(lower) < 0 || price.compareTo(upper) > 0) {
            fault(
                    column,
                    "%s is outside the band %s to %s around the previous close %s"
                            .formatted(price, lower, upper, reference));
        }
    }

    private void checkAmount(Price high, Price low) {
        ListedGoal goal =
                new ListedGoal(
                        prices.open().fen(),
                        high.fen(),
                        low.fen(),
                        row.listed().tonnes(),
                        row.listed().fen());
        if (!goal.isPossible()) {
            fault(
                    Column.LISTED_AMOUNT_CNY,
                    "no set of trades of %d t with opening %s, high %s and low %s gives %s"
                            .formatted(
                                    row.listed().tonnes(),
                                    prices.open(),
                                    high,
                                    low,
                                    Money.ofFen(row.listed().fen())));
        }
    }

    private void checkBlocks() {
        Turnover block = row.block();
        if (block.isNone() || lacksOne(block, Column.BLOCK_AMOUNT_CNY)) {
            return;
        }
        if (block.tonnes() < BlockTrades.SMALLEST) {
            fault(
                    Column.BLOCK_VOLUME_T,
                    "a block has at least %d t".formatted(BlockTrades.SMALLEST));
        } else if (reference != null) {
            checkBlockAmount(block, reference);
        }
    }

    private void checkBlockAmount(Turnover block, Price from) {
        Price lower = from.lowerLimit(BLOCK_BAND);
        Price upper = from.upperLimit(BLOCK_BAND);
        var goal = new BlockTrades.Goal(lower.fen(), upper.fen(), block.tonnes(), block.fen());
        if (BlockTrades.of(goal).isEmpty()) {
            fault(
                    Column.BLOCK_AMOUNT_CNY,
                    "no set of blocks within the band %s to %s gives %s for %d t"
                            .formatted(lower, upper, Money.ofFen(block.fen()), block.tonnes()));
        }
    }

    private void checkAuction() {
        Turnover auction = row.auction();
        boolean isTraded = !auction.isNone() && !lacksOne(auction, Column.AUCTION_AMOUNT_CNY);
        if (isTraded && auction.fen() < auction.tonnes()) {
            fault(Column.AUCTION_AMOUNT_CNY, "an amount below the tick for each tonne");
        }
    }

    private boolean lacksOne(Turnover turnover, Column amount) {
        if (turnover.tonnes() == 0) {
            fault(amount, "an amount without a volume");
        } else if (turnover.fen() == 0) {
            fault(amount, "a volume without an amount");
        }
        return turnover.tonnes() == 0 || turnover.fen() == 0;
    }

    private void checkTotal() {
        Turnover sum = row.listed().plus(row.block()).plus(row.auction());
        if (sum.tonnes() != row.total().tonnes()) {
            fault(
                    Column.TOTAL_VOLUME_T,
                    "listed, block and auction volumes add up to %d, not %d"
                            .formatted(sum.tonnes(), row.total().tonnes()));
        }
        if (sum.fen() != row.total().fen()) {
            fault(
                    Column.TOTAL_AMOUNT_CNY,
                    "listed, block and auction amounts add up to %s, not %s"
                            .formatted(Money.ofFen(sum.fen()), Money.ofFen(row.total().fen())));
        }
    }

    private void fault(Column column, String reason) {
        faults.add(column.fault(row.line(), reason));
    }
}

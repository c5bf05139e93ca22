package org.carbonmarket.local.replay.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.jspecify.annotations.Nullable;

/** Reads one line. */
final class RowReader {

    /** Far above any real figure; within it, no sum of a record leaves the range of a long. */
    private static final long MOST_TONNES = 100_000_000_000L;

    private static final long MOST_FEN = 100_000_000_000_000_000L;
    private static final Pattern TONNES = Pattern.compile("[0-9]{1,15}");
    private static final Pattern INSTRUMENT = Pattern.compile("CEA([0-9]{2})?|COMCEA");
    private static final Pattern FINER_THAN_TICK = Pattern.compile("[0-9]+\\.[0-9]{3,}");

    private final CSVRecord line;
    private final List<Fault> faults = new ArrayList<>();
    private @Nullable LocalDate day;
    private @Nullable ProductCode product;

    RowReader(CSVRecord line) {
        this.line = line;
    }

    List<Fault> faults() {
        return faults;
    }

    /** What names the row, once read, when that much can be told. */
    Optional<RecordRow.Key> key() {
        return day == null || product == null
                ? Optional.empty()
                : Optional.of(new RecordRow.Key(day, product));
    }

    /** The row, when every value has the form of its column. */
    Optional<RecordRow> read() {
        day = day();
        product = product();
        boolean isComposite = RecordRow.COMPOSITE.equals(product);
        Price previousClose = text(Column.PREV_CLOSE).isEmpty() ? null : price(Column.PREV_CLOSE);
        RecordRow.Prices prices = isComposite ? compositePrices() : prices();
        Turnover listed = turnover(Column.LISTED_VOLUME_T, Column.LISTED_AMOUNT_CNY);
        Turnover block = turnover(Column.BLOCK_VOLUME_T, Column.BLOCK_AMOUNT_CNY);
        Turnover auction = auction();
        Turnover total = turnover(Column.TOTAL_VOLUME_T, Column.TOTAL_AMOUNT_CNY);
        Turnover cumulative = turnover(Column.HIST_VOLUME_T, Column.HIST_AMOUNT_CNY);
        if (!faults.isEmpty() || day == null || product == null) {
            return Optional.empty();
        }
        return Optional.of(
                new RecordRow(
                        line.getRecordNumber(),
                        day,
                        product,
                        previousClose,
                        prices,
                        listed,
                        block,
                        auction,
                        total,
                        cumulative));
    }

    private @Nullable LocalDate day() {
        return value(Column.TRADE_DATE, LocalDate::parse, "is no day such as 2021-07-16");
    }

    private @Nullable ProductCode product() {
        if (!INSTRUMENT.matcher(text(Column.INSTRUMENT)).matches()) {
            fault(
                    Column.INSTRUMENT,
                    "'%s' is no vintage such as CEA or CEA21, nor the composite COMCEA"
                            .formatted(text(Column.INSTRUMENT)));
            return null;
        }
        return ProductCode.of(text(Column.INSTRUMENT));
    }

    /** A composite may lack some or all of its prices; but for the close none is made use of. */
    private RecordRow.@Nullable Prices compositePrices() {
        for (Column column : List.of(Column.OPEN, Column.HIGH, Column.LOW)) {
            if (!text(column).isEmpty()) {
                priceOrNone(column);
            }
        }
        Price close = text(Column.CLOSE).isEmpty() ? null : priceOrNone(Column.CLOSE);
        return close == null ? null : new RecordRow.Prices(close, null, null, close);
    }

    private RecordRow.@Nullable Prices prices() {
        Price open = price(Column.OPEN);
        Price close = price(Column.CLOSE);
        Price high = priceOrNone(Column.HIGH);
        Price low = priceOrNone(Column.LOW);
        return open == null || close == null ? null : new RecordRow.Prices(open, high, low, close);
    }

    private @Nullable Price priceOrNone(Column column) {
        Long fen = fen(column);
        return fen == null || fen == 0 ? null : Price.ofFen(fen);
    }

    private @Nullable Price price(Column column) {
        Long fen = fen(column);
        if (fen != null && fen == 0) {
            fault(column, "must be above zero");
            return null;
        }
        return fen == null ? null : Price.ofFen(fen);
    }

    private @Nullable Long fen(Column column) {
        String text = text(column);
        if (FINER_THAN_TICK.matcher(text).matches()) {
            fault(column, text + " is off the tick of 0.01 yuan");
            return null;
        }
        return value(
                column, yuan -> Money.ofYuan(yuan).fen(), "is no amount in yuan such as 48.00");
    }

    /** Early records leave the auctions' columns empty. */
    private Turnover auction() {
        boolean isEmpty =
                text(Column.AUCTION_VOLUME_T).isEmpty()
                        && text(Column.AUCTION_AMOUNT_CNY).isEmpty();
        return isEmpty
                ? Turnover.NONE
                : turnover(Column.AUCTION_VOLUME_T, Column.AUCTION_AMOUNT_CNY);
    }

    private Turnover turnover(Column volume, Column amount) {
        Long tonnes = tonnes(volume);
        Long fen = fen(amount);
        if (fen != null && fen > MOST_FEN) {
            fault(amount, "is more than a market can hold");
        }
        return tonnes == null || fen == null ? Turnover.NONE : new Turnover(tonnes, fen);
    }

    private @Nullable Long tonnes(Column column) {
        String text = text(column);
        if (!TONNES.matcher(text).matches()) {
            fault(column, "'%s' is no number of whole tonnes".formatted(text));
            return null;
        }
        long tonnes = Long.parseLong(text);
        if (tonnes > MOST_TONNES) {
            fault(column, "is more than a market can hold");
        }
        return tonnes;
    }

    private <T> @Nullable T value(Column column, Function<String, T> reading, String otherwise) {
        String text = text(column);
        try {
            return reading.apply(text);
        } catch (DateTimeException | IllegalArgumentException malformed) {
            fault(column, "'%s' %s".formatted(text, otherwise));
            return null;
        }
    }

    private void fault(Column column, String reason) {
        faults.add(column.fault(line.getRecordNumber(), reason));
    }

    private String text(Column column) {
        return line.get(column.heading());
    }
}

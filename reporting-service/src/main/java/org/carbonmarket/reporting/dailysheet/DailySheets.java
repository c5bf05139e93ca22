package org.carbonmarket.reporting.dailysheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.trading.SessionEvent.ProductDay;
import org.carbonmarket.events.trading.SessionEvent.ProductOpened;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.events.trading.TradeEvent.TradeVoided;
import org.carbonmarket.reporting.database.Column;
import org.carbonmarket.reporting.database.Database;
import org.carbonmarket.reporting.folding.View;
import org.jspecify.annotations.Nullable;

/** The daily sheets, folded from trades and sessions. */
@ApplicationScoped
public class DailySheets implements View {

    private final Database database;

    DailySheets(Database database) {
        this.database = database;
    }

    /** One product's line of a close. */
    private record ClosedProduct(TradingDayClosed day, ProductDay product) {}

    /**
     * Which sheets are asked for; what is null does not narrow.
     *
     * @param from the first day, inclusive
     * @param to the last day, inclusive
     */
    public record Selection(
            @Nullable Market market,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable ProductCode product) {}

    @Override
    public void fold(List<Received> batch) {
        TreeMap<SheetDelta.Key, SheetDelta> traded = new TreeMap<>();
        List<ProductOpened> opened = new ArrayList<>();
        List<ClosedProduct> closed = new ArrayList<>();
        for (Received received : batch) {
            switch (received.event()) {
                case TradeExecuted trade -> {
                    SheetDelta delta = SheetDelta.of(trade);
                    traded.merge(delta.key(), delta, SheetDelta::and);
                }
                case TradeVoided voided -> {
                    SheetDelta delta = SheetDelta.of(voided);
                    traded.merge(delta.key(), delta, SheetDelta::and);
                }
                case ProductOpened opening -> opened.add(opening);
                case TradingDayClosed day ->
                        day.products().forEach(line -> closed.add(new ClosedProduct(day, line)));
                default -> {
                    // Makes no part of a sheet.
                }
            }
        }
        addTrades(traded.values());
        open(opened);
        close(closed);
    }

    private void addTrades(Collection<SheetDelta> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.update(
                SheetStatements.ADD_TRADES,
                Column.text(rows, row -> row.key().market()),
                Column.text(rows, row -> row.key().day()),
                Column.text(rows, row -> row.key().product()),
                Column.bigintOrNull(rows, SheetDelta::firstNumber),
                Column.bigintOrNull(rows, SheetDelta::firstPrice),
                Column.bigintOrNull(rows, SheetDelta::lastNumber),
                Column.bigintOrNull(rows, SheetDelta::lastPrice),
                Column.bigintOrNull(rows, SheetDelta::high),
                Column.bigintOrNull(rows, SheetDelta::low),
                Column.bigint(rows, SheetDelta::trades),
                Column.bigint(rows, row -> row.listed().tonnes()),
                Column.bigint(rows, row -> row.listed().fen()),
                Column.bigint(rows, row -> row.block().tonnes()),
                Column.bigint(rows, row -> row.block().fen()),
                Column.bigint(rows, row -> row.auction().tonnes()),
                Column.bigint(rows, row -> row.auction().fen()));
    }

    private void open(List<ProductOpened> events) {
        TreeMap<SheetDelta.Key, ProductOpened> newest = new TreeMap<>();
        events.forEach(event ->
                newest.put(
                        new SheetDelta.Key(event.market(), event.day(), event.product()), event));
        Collection<ProductOpened> rows = newest.values();
        if (!rows.isEmpty()) {
            database.update(
                    SheetStatements.OPEN,
                    Column.text(rows, ProductOpened::market),
                    Column.text(rows, ProductOpened::day),
                    Column.text(rows, ProductOpened::product),
                    Column.bigint(rows, row -> row.previousClose().fen()));
        }
    }

    private void close(List<ClosedProduct> lines) {
        TreeMap<SheetDelta.Key, ClosedProduct> newest = new TreeMap<>();
        for (ClosedProduct line : lines) {
            TradingDayClosed day = line.day();
            newest.put(new SheetDelta.Key(day.market(), day.day(), line.product().product()), line);
        }
        Collection<ClosedProduct> rows = newest.values();
        if (rows.isEmpty()) {
            return;
        }
        database.update(
                SheetStatements.CLOSE,
                Column.text(rows, row -> row.day().market()),
                Column.text(rows, row -> row.day().day()),
                Column.text(rows, row -> row.product().product()),
                Column.bigint(rows, row -> row.product().previousClose().fen()),
                Column.bigint(rows, row -> row.product().open().fen()),
                Column.bigintOrNull(rows, row -> fen(row.product().high())),
                Column.bigintOrNull(rows, row -> fen(row.product().low())),
                Column.bigint(rows, row -> row.product().close().fen()),
                Column.bigint(rows, row -> row.product().trades()),
                Column.bigint(rows, row -> row.product().volume().value()),
                Column.bigint(rows, row -> row.product().amount().fen()),
                Column.bigint(rows, row -> row.product().listedVolume().value()),
                Column.bigint(rows, row -> row.product().listedAmount().fen()));
    }

    private static @Nullable Long fen(@Nullable Price price) {
        return price == null ? null : price.fen();
    }

    /** The sheets asked for, by market, day and product. */
    public List<SheetRow> find(Selection wanted) {
        return database.query(
                SheetStatements.FIND,
                SheetRow::read,
                text(wanted.market()),
                text(wanted.from()),
                text(wanted.to()),
                text(wanted.product()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}

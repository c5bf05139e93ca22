package org.carbonmarket.reporting.dailysheet;

import java.sql.SQLException;
import java.util.function.Function;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.reporting.dailysheet.DailySheet.Prices;
import org.carbonmarket.reporting.dailysheet.DailySheet.State;
import org.carbonmarket.reporting.database.Row;
import org.jspecify.annotations.Nullable;

/**
 * A product's day as it is stored: what trades folded to, and what the close stated. Once closed,
 * the statement is the answer; {@link #folded} stays beside it to be compared.
 */
public record SheetRow(DailySheet folded, @Nullable DailySheet stated) {

    /** What is published of the day. */
    public DailySheet sheet() {
        return stated == null ? folded : stated;
    }

    static SheetRow read(Row row) throws SQLException {
        SheetDelta.Key key =
                new SheetDelta.Key(
                        row.market("market"), row.day("day"), ProductCode.of(row.text("product")));
        Turnover listed = turnover(row, "listed");
        Turnover block = turnover(row, "block");
        Turnover auction = turnover(row, "auction");
        DailySheet folded =
                DailySheet.of(
                        key,
                        State.PROVISIONAL,
                        foldedPrices(row, listed),
                        row.number("trades"),
                        listed,
                        block,
                        auction);
        return new SheetRow(folded, row.flag("closed") ? stated(key, row, auction) : null);
    }

    private static Prices foldedPrices(Row row, Turnover listed) throws SQLException {
        Long stated = row.numberOrNull("closed_previous_close");
        Long opened = row.numberOrNull("opened_previous_close");
        Price before = price(opened == null ? stated : opened);
        Price first = price(row.numberOrNull("first_price"));
        // A day whose every listed trade was voided has prices the public saw, and no average.
        return new Prices(
                before,
                first == null ? before : first,
                price(row.numberOrNull("high")),
                price(row.numberOrNull("low")),
                listed.volume().isZero()
                        ? before
                        : Price.average(listed.amount(), listed.volume()));
    }

    /**
     * The close states listed trades and all trades; what is neither listed nor auction is block.
     */
    private static DailySheet stated(SheetDelta.Key key, Row row, Turnover auction)
            throws SQLException {
        Turnover all = turnover(row, "closed");
        Turnover listed = turnover(row, "closed_listed");
        Turnover block =
                Turnover.of(
                        Math.max(0, rest(all, listed, auction, turn -> turn.volume().value())),
                        Math.max(0, rest(all, listed, auction, turn -> turn.amount().fen())));
        return DailySheet.of(
                key,
                State.FINAL,
                new Prices(
                        price(row.numberOrNull("closed_previous_close")),
                        price(row.numberOrNull("closed_open")),
                        price(row.numberOrNull("closed_high")),
                        price(row.numberOrNull("closed_low")),
                        price(row.numberOrNull("closed_close"))),
                row.number("closed_trades"),
                listed,
                block,
                auction);
    }

    private static long rest(
            Turnover all, Turnover listed, Turnover auction, Function<Turnover, Long> of) {
        return of.apply(all) - of.apply(listed) - of.apply(auction);
    }

    private static Turnover turnover(Row row, String prefix) throws SQLException {
        return Turnover.of(row.number(prefix + "_volume"), row.number(prefix + "_amount"));
    }

    private static @Nullable Price price(@Nullable Long fen) {
        return fen == null ? null : Price.ofFen(fen);
    }
}

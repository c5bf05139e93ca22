package org.carbonmarket.settlement.clearing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.settlement.clearing.DayTotals.ProductTotals;

/** Settlement's totals of a day, compared by its own rules. */
public final class SimulatedClearing {

    private SimulatedClearing() {}

    /** A trade of the day and whether it was paid. */
    public record Ended(
            ProductCode product, Tonnes tonnes, Money amount, Money fees, boolean paid) {}

    /** What differs from trading's word. */
    public static List<String> breaks(TradingDayClosed closed, Collection<Ended> trades) {
        Map<ProductCode, List<Ended>> byProduct = new TreeMap<>();
        trades.forEach(trade ->
                byProduct
                        .computeIfAbsent(trade.product(), ignored -> new ArrayList<>())
                        .add(trade));
        List<ProductTotals> totals = new ArrayList<>();
        byProduct.forEach((product, of) -> totals.add(totals(product, of)));
        return new DayTotals(totals, List.of(), List.of()).breaksAgainst(closed);
    }

    private static ProductTotals totals(ProductCode product, List<Ended> trades) {
        long paid = trades.stream().filter(Ended::paid).count();
        return new ProductTotals(
                product,
                trades.size(),
                trades.stream().map(Ended::tonnes).reduce(Tonnes.ZERO, Tonnes::plus),
                trades.stream().map(Ended::amount).reduce(Money.ZERO, Money::plus),
                trades.stream()
                        .filter(Ended::paid)
                        .map(Ended::fees)
                        .reduce(Money.ZERO, Money::plus),
                paid,
                trades.size() - paid);
    }
}

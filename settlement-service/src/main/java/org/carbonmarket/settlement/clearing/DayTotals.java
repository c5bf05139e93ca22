package org.carbonmarket.settlement.clearing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.SessionEvent.ProductDay;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;

/**
 * A day's totals from settlement's own instructions.
 *
 * @param missing numbers of trades up to the day's last that settlement never heard of
 * @param strays trades that say they are of another day than their numbers are
 */
record DayTotals(List<ProductTotals> products, List<Long> missing, List<Stray> strays) {

    /** A trade that is told of another day than its number belongs to. */
    record Stray(long trade, LocalDate day, AccountId buyer, AccountId seller) {}

    /** One product's part of a day. */
    record ProductTotals(
            ProductCode product,
            long trades,
            Tonnes volume,
            Money amount,
            Money fees,
            long settled,
            long failed) {}

    long trades() {
        return products.stream().mapToLong(ProductTotals::trades).sum();
    }

    long settled() {
        return products.stream().mapToLong(ProductTotals::settled).sum();
    }

    long failed() {
        return products.stream().mapToLong(ProductTotals::failed).sum();
    }

    Tonnes volume() {
        return products.stream().map(ProductTotals::volume).reduce(Tonnes.ZERO, Tonnes::plus);
    }

    Money amount() {
        return products.stream().map(ProductTotals::amount).reduce(Money.ZERO, Money::plus);
    }

    Money fees() {
        return products.stream().map(ProductTotals::fees).reduce(Money.ZERO, Money::plus);
    }

    /** Every difference from what trading said, in words an operator can follow up. */
    List<String> breaksAgainst(TradingDayClosed closed) {
        List<String> breaks = new ArrayList<>();
        missing.forEach(
                trade -> breaks.add("trade " + closed.market() + "-" + trade + " never arrived"));
        strays.forEach(stray ->
                breaks.add(
                        "trade %s-%d between %s and %s is told of %s, where its number is not"
                                .formatted(
                                        closed.market(),
                                        stray.trade(),
                                        stray.buyer(),
                                        stray.seller(),
                                        stray.day())));
        differ(breaks, "trades", closed.trades(), trades());
        differ(breaks, "volume", closed.volume(), volume());
        differ(breaks, "amount", closed.amount(), amount());
        Map<ProductCode, ProductTotals> own = new TreeMap<>();
        products.forEach(product -> own.put(product.product(), product));
        for (ProductDay theirs : closed.products()) {
            ProductTotals ours = own.remove(theirs.product());
            String name = theirs.product().value();
            differ(breaks, name + " trades", theirs.trades(), ours == null ? 0 : ours.trades());
            differ(
                    breaks,
                    name + " volume",
                    theirs.volume(),
                    ours == null ? Tonnes.ZERO : ours.volume());
            differ(
                    breaks,
                    name + " amount",
                    theirs.amount(),
                    ours == null ? Money.ZERO : ours.amount());
        }
        own.keySet().forEach(product -> breaks.add(product + " traded here but not in trading"));
        return breaks;
    }

    private static void differ(List<String> breaks, String what, Object theirs, Object ours) {
        if (!theirs.equals(ours)) {
            breaks.add("%s: trading says %s, settlement %s".formatted(what, theirs, ours));
        }
    }
}

package org.carbonmarket.trading.engine.surveillance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.SupervisionEvent.AlertKind;
import org.carbonmarket.events.trading.TradingMethod;
import org.carbonmarket.trading.engine.positions.Account;

/**
 * One product's day, looked at as a whole at its close: who had too large a share of it, who moved
 * the closing price in the last minutes, and how much groups traded with themselves.
 */
public final class ClosingWatch {

    /** A trade of the day; {@code amount} in fen, {@code second} since 1970. */
    public record Traded(
            TradingMethod method,
            Account buyer,
            Account seller,
            long tonnes,
            long amount,
            long second) {}

    /** One side's share of the day from which on it is told, in percent. */
    private static final long SHARE = 30;

    /** Below this volume, in tonnes, a share says nothing. */
    private static final long SMALLEST_VOLUME = 100_000;

    /** How long before the close trades are looked at for marking it, in seconds. */
    private static final long LAST = 300;

    /** By how much those trades must have moved the day's average, in thousandths. */
    private static final long MOVE = 10;

    private final long close;
    private final List<Traded> trades = new ArrayList<>();

    /** {@code close} in seconds since 1970. */
    public ClosingWatch(long close) {
        this.close = close;
    }

    public void add(Traded trade) {
        trades.add(trade);
    }

    /** In a fixed order, so that the same day gives the same alerts. */
    public List<Suspicion> suspicions() {
        List<Suspicion> found = new ArrayList<>();
        concentration(found);
        markedClose(found);
        washTrades(found);
        return found;
    }

    private void concentration(List<Suspicion> found) {
        long volume = volumeOf(trades);
        if (volume < SMALLEST_VOLUME) {
            return;
        }
        Map<Account, Long> bought = new LinkedHashMap<>();
        Map<Account, Long> sold = new LinkedHashMap<>();
        for (Traded trade : trades) {
            bought.merge(trade.buyer(), trade.tonnes(), Math::addExact);
            sold.merge(trade.seller(), trade.tonnes(), Math::addExact);
        }
        shares(bought, "bought", volume, found);
        shares(sold, "sold", volume, found);
    }

    private static void shares(
            Map<Account, Long> tonnes, String deed, long volume, List<Suspicion> found) {
        tonnes.forEach((account, sum) -> {
            long share = Math.multiplyExact(sum, 100L) / volume;
            if (share >= SHARE) {
                found.add(
                        new Suspicion(
                                AlertKind.CONCENTRATION,
                                List.of(account.id()),
                                List.of(
                                        "%s %s %d t of the day's %d t, %d %%."
                                                .formatted(
                                                        account.id(), deed, sum, volume, share))));
            }
        });
    }

    /** The close is the average of the day's listed trades: late ones that shift it are told. */
    private void markedClose(List<Suspicion> found) {
        List<Traded> listed =
                trades.stream().filter(t -> t.method() == TradingMethod.LISTED).toList();
        List<Traded> late = listed.stream().filter(t -> t.second() >= close - LAST).toList();
        List<Traded> early = listed.stream().filter(t -> t.second() < close - LAST).toList();
        if (late.isEmpty() || early.isEmpty()) {
            return;
        }
        Price before = average(early);
        Price closing = average(listed);
        long move = Math.abs(closing.fen() - before.fen());
        if (Math.multiplyExact(move, 1000L) < Math.multiplyExact(before.fen(), MOVE)) {
            return;
        }
        Map<Account, Long> share = new LinkedHashMap<>();
        for (Traded trade : late) {
            share.merge(trade.buyer(), trade.tonnes(), Math::addExact);
            share.merge(trade.seller(), trade.tonnes(), Math::addExact);
        }
        long half = volumeOf(late) / 2;
        List<Account> movers =
                share.entrySet().stream()
                        .filter(entry -> entry.getValue() > half)
                        .map(Map.Entry::getKey)
                        .toList();
        if (!movers.isEmpty()) {
            found.add(
                    new Suspicion(
                            AlertKind.MARKING_THE_CLOSE,
                            movers.stream().map(Account::id).toList(),
                            List.of(
                                    "Trades of the last %d seconds, %d t, moved the closing price from %s to %s."
                                            .formatted(LAST, volumeOf(late), before, closing))));
        }
    }

    private void washTrades(List<Suspicion> found) {
        Map<String, List<Traded>> byGroup = new LinkedHashMap<>();
        for (Traded trade : trades) {
            String group = trade.buyer().controlGroup();
            if (group != null && group.equals(trade.seller().controlGroup())) {
                byGroup.computeIfAbsent(group, none -> new ArrayList<>()).add(trade);
            }
        }
        byGroup.forEach((group, own) -> {
            if (own.size() > 1) {
                found.add(
                        new Suspicion(
                                AlertKind.WASH_TRADE,
                                own.stream()
                                        .flatMap(t ->
                                                List.of(t.seller().id(), t.buyer().id()).stream())
                                        .distinct()
                                        .toList(),
                                List.of(
                                        "%d trades over %d t today were among accounts under control %s."
                                                .formatted(own.size(), volumeOf(own), group))));
            }
        });
    }

    private static Price average(List<Traded> some) {
        long amount = 0;
        for (Traded trade : some) {
            amount = Math.addExact(amount, trade.amount());
        }
        return Price.average(Money.ofFen(amount), Tonnes.of(volumeOf(some)));
    }

    private static long volumeOf(List<Traded> some) {
        long volume = 0;
        for (Traded trade : some) {
            volume = Math.addExact(volume, trade.tonnes());
        }
        return volume;
    }
}

package org.carbonmarket.reporting.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.reporting.reconciliation.Movement.Kind;

/** What a batch of events adds to the books: sums by key, the same in any order. */
final class Postings {

    private final TreeMap<Movement.Key, Long> movements = new TreeMap<>();
    private final TreeMap<HandOver.Key, HandOver> handOvers = new TreeMap<>();
    private final TreeMap<String, TradeLife> trades = new TreeMap<>();
    private final TreeMap<PositionKey, Long> positions = new TreeMap<>();
    private final TreeMap<DayKey, ExecutedDay> days = new TreeMap<>();
    private final List<Finding> faults = new ArrayList<>();

    /** An account's item in a market on a trading day. */
    record PositionKey(String account, String item, Market market, LocalDate day)
            implements Comparable<PositionKey> {

        @Override
        public int compareTo(PositionKey other) {
            int order = account.compareTo(other.account);
            order = order == 0 ? item.compareTo(other.item) : order;
            order = order == 0 ? market.compareTo(other.market) : order;
            return order == 0 ? day.compareTo(other.day) : order;
        }
    }

    /** A market's trading day. */
    record DayKey(Market market, LocalDate day) implements Comparable<DayKey> {

        @Override
        public int compareTo(DayKey other) {
            int order = market.compareTo(other.market);
            return order == 0 ? day.compareTo(other.day) : order;
        }
    }

    /**
     * A day's executions.
     *
     * @param amount in fen
     * @param fees of both sides, in fen
     */
    record ExecutedDay(
            DayKey key, long trades, long volume, long amount, long fees, long lastNumber) {

        ExecutedDay and(ExecutedDay other) {
            return new ExecutedDay(
                    key,
                    Math.addExact(trades, other.trades),
                    Math.addExact(volume, other.volume),
                    Math.addExact(amount, other.amount),
                    Math.addExact(fees, other.fees),
                    Math.max(lastNumber, other.lastNumber));
        }
    }

    /** A sum of what trades moved. */
    record TradedPosition(PositionKey key, long amount) {}

    void move(String account, String item, String market, Kind kind, long amount) {
        movements.merge(new Movement.Key(account, item, market, kind), amount, Math::addExact);
    }

    void handOver(HandOver side) {
        handOvers.merge(side.key(), side, HandOver::and);
    }

    void trade(TradeLife said) {
        trades.merge(said.trade().toString(), said, TradeLife::and);
    }

    void traded(String account, String item, Market market, LocalDate day, long amount) {
        positions.merge(new PositionKey(account, item, market, day), amount, Math::addExact);
        move(
                account,
                item,
                market.name(),
                amount < 0 ? Kind.TRADED_AWAY : Kind.TRADED_TO,
                Math.absExact(amount));
    }

    void executed(ExecutedDay day) {
        days.merge(day.key(), day, ExecutedDay::and);
    }

    void fault(Finding found) {
        faults.add(found);
    }

    Collection<Movement> movements() {
        return movements.entrySet().stream()
                .map(entry -> new Movement(entry.getKey(), entry.getValue()))
                .toList();
    }

    Collection<HandOver> handOvers() {
        return handOvers.values();
    }

    /** In the order of their written numbers: any fixed order keeps row locks from crossing. */
    Collection<TradeLife> trades() {
        return trades.values();
    }

    Collection<TradedPosition> positions() {
        return positions.entrySet().stream()
                .map(entry -> new TradedPosition(entry.getKey(), entry.getValue()))
                .toList();
    }

    Collection<ExecutedDay> days() {
        return days.values();
    }

    List<Finding> faults() {
        return faults;
    }
}

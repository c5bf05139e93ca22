package org.carbonmarket.settlement.deliverypayment;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.carbonmarket.delivery.inbox.SimulatedInbox;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.registry.DeliveryEvent;
import org.carbonmarket.events.settlement.DayEvent.ClearingBroken;
import org.carbonmarket.events.settlement.DayEvent.TradingDayCleared;
import org.carbonmarket.events.settlement.FundsEvent.FundsEntrusted;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.trading.ExecutionEvent;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.settlement.clearing.SimulatedClearing;
import org.carbonmarket.settlement.funds.Balance;
import org.carbonmarket.settlement.funds.Bucket;
import org.carbonmarket.settlement.funds.FundsBook;
import org.carbonmarket.settlement.funds.Place;
import org.carbonmarket.settlement.funds.Place.SystemAccount;
import org.carbonmarket.settlement.funds.Posting;
import org.carbonmarket.settlement.funds.PostingReason;
import org.carbonmarket.simulation.Broker;
import org.carbonmarket.simulation.Chance;
import org.carbonmarket.simulation.SimulatedOutbox;
import org.carbonmarket.simulation.SimulatedProcess;

/** Settlement's books and rules over a database in memory that commits whole or not at all. */
public final class SimulatedSettlement implements SimulatedProcess, Instructions {

    private final Broker broker;
    private final OffsetDateTime now;
    private final SimulatedInbox executions;
    private final SimulatedInbox deliveries;
    private final SimulatedInbox releases;
    private final SimulatedInbox sessions;
    private final SimulatedOutbox outbox = new SimulatedOutbox();
    private final Map<TradeId, Instruction> instructions = new HashMap<>();
    private final Map<Market, Long> turns = new EnumMap<>(Market.class);
    private final Map<AccountId, Balance> balances = new HashMap<>();
    private final Map<SystemAccount, Long> system = new EnumMap<>(SystemAccount.class);
    private final Set<String> returned = new HashSet<>();
    private final List<TradingDayClosed> closedDays = new ArrayList<>();
    private final List<String> breaks = new ArrayList<>();
    private long entrustments;

    public SimulatedSettlement(Broker broker, OffsetDateTime now) {
        this.broker = broker;
        this.now = now;
        executions = new SimulatedInbox("settlement.executions", broker, Topic.TRADING_EXECUTIONS);
        deliveries = new SimulatedInbox("settlement.deliveries", broker, Topic.REGISTRY_DELIVERIES);
        releases = new SimulatedInbox("settlement.releases", broker, Topic.TRADING_RELEASES);
        sessions = new SimulatedInbox("settlement.sessions", broker, Topic.TRADING_SESSIONS);
        for (Market market : Market.values()) {
            turns.put(market, 1L);
        }
    }

    @Override
    public void step(Chance chance) {
        switch (chance.below(5)) {
            case 0 -> transact(executions, chance, this::open);
            case 1 -> transact(deliveries, chance, this::hear);
            case 2 -> transact(releases, chance, this::takeBack);
            case 3 -> transact(sessions, chance, this::close);
            default -> outbox.carry(broker, chance);
        }
    }

    @Override
    public boolean rests() {
        return Stream.of(executions, deliveries, releases, sessions).allMatch(SimulatedInbox::rests)
                && outbox.isEmpty();
    }

    /** Prepares a transaction and answers what commits it. */
    private interface Handler {
        Runnable handle(List<PublishedEvent> events);
    }

    private void transact(SimulatedInbox inbox, Chance chance, Handler handler) {
        SimulatedInbox.Polled polled = inbox.poll(chance);
        Runnable effect = handler.handle(polled.events());
        if (!chance.crashes()) {
            effect.run();
            polled.commit().run();
        }
    }

    private Runnable open(List<PublishedEvent> events) {
        List<Instruction> fresh =
                events.stream()
                        .map(event -> Instruction.requested((ExecutionEvent) event, now))
                        .toList();
        return () -> {
            fresh.forEach(each -> instructions.put(each.trade(), each));
            outbox.publish(fresh.stream().map(Instruction::request).toList());
        };
    }

    private Runnable hear(List<PublishedEvent> events) {
        List<Instruction> held =
                events.stream()
                        .map(event -> instructions.get(((DeliveryEvent) event).trade()))
                        .distinct()
                        .toList();
        PaymentBook book = new PaymentBook(held, turns, this);
        events.forEach(event -> book.hear((DeliveryEvent) event, now));
        FundsBook funds = new FundsBook(balances);
        book.due().forEach(due -> book.end(due, funds, now));
        return () -> {
            book.changed().forEach(each -> instructions.put(each.trade(), each));
            turns.putAll(book.turns());
            outbox.publish(book.outcomes());
            write(funds);
            clearWhatIsFinal();
        };
    }

    private void write(FundsBook funds) {
        balances.putAll(funds.changed());
        funds.systemChanges().forEach((account, fen) -> system.merge(account, fen, Math::addExact));
    }

    @Override
    public Optional<Instruction> find(TradeId trade) {
        return Optional.ofNullable(instructions.get(trade));
    }

    @Override
    public List<Instruction> inTurnFrom(TradeId turn) {
        return instructions.values().stream()
                .filter(each -> each.state().isInTurn())
                .filter(each -> each.trade().market() == turn.market())
                .filter(each -> each.trade().sequence() >= turn.sequence())
                .sorted(Comparator.comparingLong(each -> each.trade().sequence()))
                .limit(5)
                .toList();
    }

    private Runnable takeBack(List<PublishedEvent> events) {
        FundsBook funds = new FundsBook(balances);
        List<String> fresh = new ArrayList<>();
        for (PublishedEvent event : events) {
            if (event instanceof FundsReleased release && !returned.contains(release.release())) {
                move(
                        funds,
                        release.account(),
                        Bucket.IN_TRADING,
                        Bucket.AVAILABLE,
                        release.amount());
                fresh.add(release.release());
            }
        }
        return () -> {
            write(funds);
            returned.addAll(fresh);
        };
    }

    private void move(FundsBook funds, AccountId account, Bucket from, Bucket to, Money amount) {
        funds.post(
                        Posting.move(
                                new Posting.Cause(PostingReason.RELEASE, "move", "simulation", now),
                                new Place.Held(account, from),
                                new Place.Held(account, to),
                                amount))
                .ifPresent(shortage -> {
                    throw new IllegalStateException("more than there is: " + shortage);
                });
    }

    private Runnable close(List<PublishedEvent> events) {
        return () -> {
            for (PublishedEvent event : events) {
                if (event instanceof TradingDayClosed closed) {
                    closedDays.add(closed);
                }
            }
            clearWhatIsFinal();
        };
    }

    private void clearWhatIsFinal() {
        List<TradingDayClosed> due =
                closedDays.stream()
                        .filter(day -> day.lastTrade() < turns.getOrDefault(day.market(), 1L))
                        .toList();
        closedDays.removeAll(due);
        due.forEach(this::clear);
    }

    private void clear(TradingDayClosed closed) {
        List<SimulatedClearing.Ended> trades =
                instructions.values().stream()
                        .filter(each -> each.trade().market() == closed.market())
                        .filter(each -> each.day().equals(closed.day()) && each.voids() == null)
                        .filter(each -> !isVoidedOnItsDay(each))
                        .map(each ->
                                new SimulatedClearing.Ended(
                                        each.product(),
                                        each.tonnes(),
                                        each.amount(),
                                        each.buyerFee().plus(each.sellerFee()),
                                        each.state().isPaid()))
                        .toList();
        List<String> found = SimulatedClearing.breaks(closed, trades);
        breaks.addAll(found);
        outbox.publish(
                List.of(
                        found.isEmpty()
                                ? new TradingDayCleared(
                                        closed.market(),
                                        closed.day(),
                                        closed.trades(),
                                        closed.trades(),
                                        0,
                                        closed.volume(),
                                        closed.amount(),
                                        Money.ZERO,
                                        now)
                                : new ClearingBroken(closed.market(), closed.day(), found, now)));
    }

    private boolean isVoidedOnItsDay(Instruction trade) {
        return instructions.values().stream()
                .anyMatch(each ->
                        trade.trade().equals(each.voids()) && trade.day().equals(each.day()));
    }

    /** The bank confirms a deposit. */
    public void deposit(AccountId account, Money amount) {
        balances.putIfAbsent(account, Balance.ZERO);
        FundsBook funds = new FundsBook(balances);
        funds.post(
                Posting.move(
                        new Posting.Cause(PostingReason.DEPOSIT, "bank", "simulation", now),
                        SystemAccount.CLIENT_BANK,
                        new Place.Held(account, Bucket.AVAILABLE),
                        amount));
        write(funds);
    }

    /** Moves money into a market; what the account does not have stays undone. */
    public void entrust(AccountId account, Money amount, Market market) {
        if (balance(account).available() >= amount.fen()) {
            FundsBook funds = new FundsBook(balances);
            move(funds, account, Bucket.AVAILABLE, Bucket.IN_TRADING, amount);
            write(funds);
            String number = "FE-" + ++entrustments;
            outbox.publish(List.of(new FundsEntrusted(number, account, amount, market, now)));
        }
    }

    public Balance balance(AccountId account) {
        return balances.getOrDefault(account, Balance.ZERO);
    }

    /** What is in a system account, in fen. */
    public long inSystem(SystemAccount account) {
        return system.getOrDefault(account, 0L);
    }

    /** Trades that are not paid and delivered, or failed and given back. */
    public List<TradeId> unfinished() {
        return instructions.values().stream()
                .filter(each -> !isFinished(each))
                .map(Instruction::trade)
                .toList();
    }

    private static boolean isFinished(Instruction instruction) {
        return switch (instruction.state()) {
            case REQUESTED, LOCKED, REJECTED, SETTLED -> false;
            case DELIVERED, UNDONE -> true;
            // Nothing was locked that could be undone.
            case FAILED -> true;
        };
    }

    /** Differences that kept days from clearing. */
    public List<String> breaks() {
        return List.copyOf(breaks);
    }
}

package org.carbonmarket.registry.deliveries;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carbonmarket.delivery.inbox.SimulatedInbox;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.registry.AccountEvent.AccountRecorded;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.registry.AccountEvent.SubjectKind;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesEntrusted;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesReturned;
import org.carbonmarket.events.settlement.DeliveryRequestEvent.DeliveryRequested;
import org.carbonmarket.events.settlement.SettlementEvent;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.ledger.Chain;
import org.carbonmarket.ledger.ChainAudit;
import org.carbonmarket.ledger.SealedPosting;
import org.carbonmarket.ledger.Sha256;
import org.carbonmarket.registry.holdings.Balance;
import org.carbonmarket.registry.holdings.Bucket;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.carbonmarket.registry.holdings.Place;
import org.carbonmarket.registry.holdings.Posting;
import org.carbonmarket.registry.holdings.PostingReason;
import org.carbonmarket.simulation.Broker;
import org.carbonmarket.simulation.Chance;
import org.carbonmarket.simulation.SimulatedOutbox;
import org.carbonmarket.simulation.SimulatedProcess;

/** The registry's books and rules over a database in memory that commits whole or not at all. */
public final class SimulatedRegistry implements SimulatedProcess {

    private static final int OBSTACLE_ONE_IN = 40;

    private final Broker broker;
    private final OffsetDateTime now;
    private final SimulatedInbox requests;
    private final SimulatedInbox outcomes;
    private final SimulatedInbox releases;
    private final SimulatedOutbox outbox = new SimulatedOutbox();
    private final Map<Holding, Balance> balances = new HashMap<>();
    private final Map<TradeId, Delivery> deliveries = new HashMap<>();
    private final SortedMap<String, AllowancesReleased> waitingReleases = new TreeMap<>();
    private final List<SealedPosting<Posting>> ledger = new ArrayList<>();
    private final Chain chain = new Chain(0, Sha256.ZERO);
    private long entrustments;

    public SimulatedRegistry(Broker broker, OffsetDateTime now) {
        this.broker = broker;
        this.now = now;
        requests = new SimulatedInbox("registry.deliveries", broker, Topic.SETTLEMENT_DELIVERIES);
        outcomes = new SimulatedInbox("registry.trades", broker, Topic.SETTLEMENT_TRADES);
        releases = new SimulatedInbox("registry.releases", broker, Topic.TRADING_RELEASES);
    }

    /** What one transaction changes. */
    private final class Work {
        final HoldingsBook book = new HoldingsBook(balances);
        final Map<String, AllowancesReleased> waiting = new LinkedHashMap<>(waitingReleases);
        final List<PublishedEvent> events = new ArrayList<>();
        final DeliveryBook decided =
                new DeliveryBook(deliveries, book, SimulatedRegistry.this::lockedBefore, now);

        Posting.Cause cause(PostingReason reason, String document) {
            return new Posting.Cause(reason, document, "simulation", now);
        }

        void retryWaiting() {
            deliveries.values().stream()
                    .filter(each -> each.state() == DeliveryState.WAITING)
                    .sorted(Comparator.comparingLong(each -> each.trade().sequence()))
                    .forEach(decided::retry);
        }

        void commit() {
            events.addAll(0, decided.events());
            decided.changed().forEach(each -> deliveries.put(each.trade(), each));
            balances.putAll(book.changed());
            book.postings().forEach(posting -> ledger.add(chain.append(posting)));
            waitingReleases.clear();
            waitingReleases.putAll(waiting);
            outbox.publish(events);
        }
    }

    @Override
    public void step(Chance chance) {
        switch (chance.below(4)) {
            case 0 -> transact(requests, chance, (work, events) -> request(work, events, chance));
            case 1 -> transact(outcomes, chance, SimulatedRegistry::conclude);
            case 2 -> transact(releases, chance, SimulatedRegistry::release);
            default -> outbox.carry(broker, chance);
        }
    }

    @Override
    public boolean rests() {
        return requests.rests() && outcomes.rests() && releases.rests() && outbox.isEmpty();
    }

    private interface Handler {
        void handle(Work work, List<PublishedEvent> events);
    }

    private void transact(SimulatedInbox inbox, Chance chance, Handler handler) {
        SimulatedInbox.Polled polled = inbox.poll(chance);
        Work work = new Work();
        handler.handle(work, polled.events());
        if (!chance.crashes()) {
            work.commit();
            polled.commit().run();
        }
    }

    private static void request(Work work, List<PublishedEvent> events, Chance chance) {
        for (PublishedEvent event : events) {
            Optional<String> obstacle =
                    chance.oneIn(OBSTACLE_ONE_IN)
                            ? Optional.of("ACCOUNT_CLOSED")
                            : Optional.empty();
            work.decided.request((DeliveryRequested) event, obstacle);
        }
    }

    private static void conclude(Work work, List<PublishedEvent> events) {
        for (PublishedEvent event : events) {
            switch ((SettlementEvent) event) {
                case SettlementEvent.TradeSettled settled -> work.decided.settle(settled);
                case SettlementEvent.TradeReversed reversed -> work.decided.reverse(reversed);
                case SettlementEvent.SettlementFailed failed -> work.decided.fail(failed);
            }
        }
        work.retryWaiting();
        List.copyOf(work.waiting.values()).forEach(release -> giveBack(work, release));
    }

    private static void release(Work work, List<PublishedEvent> events) {
        for (PublishedEvent event : events) {
            if (event instanceof AllowancesReleased released) {
                work.waiting.put(released.release(), released);
                giveBack(work, released);
            }
        }
    }

    private static void giveBack(Work work, AllowancesReleased released) {
        Posting posting =
                Posting.move(
                        work.cause(PostingReason.RETURN_FROM_TRADING, released.release()),
                        new Place.Held(released.account(), Bucket.IN_TRADING),
                        new Place.Held(released.account(), Bucket.AVAILABLE),
                        released.product(),
                        released.tonnes());
        if (work.book.post(posting).isEmpty()) {
            work.waiting.remove(released.release());
            work.events.add(
                    new AllowancesReturned(
                            released.release(),
                            released.account(),
                            released.product(),
                            released.tonnes(),
                            released.market(),
                            released.at()));
        }
    }

    private List<TradeId> lockedBefore(TradeId trade, Holding receiver) {
        return deliveries.values().stream()
                .filter(each -> each.state() == DeliveryState.LOCKED)
                .filter(each -> each.to().equals(receiver))
                .map(Delivery::trade)
                .filter(each -> each.market() == trade.market())
                .filter(each -> each.sequence() < trade.sequence())
                .toList();
    }

    /** Opens an account with holdings, all of them entrusted to markets step by step. */
    public void open(AccountId account, ProductCode product, Tonnes issued) {
        balances.putIfAbsent(new Holding(account, product), Balance.EMPTY);
        Work work = new Work();
        work.book.post(
                Posting.issue(
                        work.cause(PostingReason.INITIAL_ALLOCATION, "unit"),
                        account,
                        product,
                        issued));
        work.events.add(
                new AccountRecorded(
                        account,
                        1,
                        account.value(),
                        SubjectKind.KEY_EMITTING_UNIT,
                        AccountState.ACTIVE,
                        null,
                        null,
                        null,
                        now));
        work.commit();
    }

    /** Moves allowances into a market; what the account does not have stays undone. */
    public void entrust(AccountId account, ProductCode product, Tonnes tonnes, Market market) {
        Work work = new Work();
        Posting posting =
                Posting.move(
                        work.cause(PostingReason.ENTRUSTMENT, market.name()),
                        new Place.Held(account, Bucket.AVAILABLE),
                        new Place.Held(account, Bucket.IN_TRADING),
                        product,
                        tonnes);
        if (work.book.post(posting).isEmpty()) {
            String number = "EN-" + ++entrustments;
            work.events.add(new AllowancesEntrusted(number, account, product, tonnes, market, now));
            work.commit();
        }
    }

    public Balance balance(AccountId account, ProductCode product) {
        return balances.getOrDefault(new Holding(account, product), Balance.EMPTY);
    }

    /** Trades whose allowances neither reached the buyer nor came back yet. */
    public List<TradeId> unfinished() {
        return deliveries.values().stream()
                .filter(each ->
                        each.state() == DeliveryState.LOCKED
                                || each.state() == DeliveryState.WAITING)
                .map(Delivery::trade)
                .toList();
    }

    /** The first posting that is not as it was sealed. */
    public Optional<ChainAudit.Finding> audit() {
        ChainAudit audit = new ChainAudit();
        for (SealedPosting<Posting> each : ledger) {
            audit.check(
                    each.number(), Optional.of(each.posting()), each.previousHash(), each.hash());
        }
        return audit.end(chain.number(), chain.hash());
    }
}

package org.carbonmarket.registry.deliveries;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.settlement.DeliveryRequestEvent.DeliveryRequested;
import org.carbonmarket.events.settlement.SettlementEvent;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.registry.accounts.Accounts;
import org.carbonmarket.registry.entrustment.Returns;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.carbonmarket.registry.holdings.ledger.Ledger;
import org.carbonmarket.registry.products.Products;

/**
 * Locks, delivers and undoes on settlement's word, a batch at a time: rows are read and locked by a
 * few statements, decided in memory in order, and written by a few statements.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Deliveries {

    private final DeliveryTable table;
    private final Accounts accounts;
    private final Products products;
    private final Ledger ledger;
    private final Returns returns;
    private final Outbox outbox;
    private final BusinessClock clock;

    Deliveries(
            DeliveryTable table,
            Accounts accounts,
            Products products,
            Ledger ledger,
            Returns returns,
            Outbox outbox,
            BusinessClock clock) {
        this.table = table;
        this.accounts = accounts;
        this.products = products;
        this.ledger = ledger;
        this.returns = returns;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Locks the sellers' allowances, request by request. */
    void request(List<DeliveryRequested> requests) {
        Map<TradeId, Delivery> known =
                table.lock(requests.stream().map(DeliveryRequested::trade).toList());
        Obstacles obstacles = obstaclesTo(requests);
        HoldingsBook book =
                ledger.lock(
                        requests.stream()
                                .filter(asked -> obstacles.to(asked).isEmpty())
                                .map(asked -> new Holding(asked.seller(), asked.product()))
                                .toList());
        OffsetDateTime now = clock.now();
        DeliveryBook decided = new DeliveryBook(known, book, table, now);
        for (DeliveryRequested asked : requests) {
            decided.request(asked, obstacles.to(asked));
        }
        ledger.write(book);
        table.store(decided.changed(), now);
        outbox.publish(decided.events());
    }

    /** Delivers or undoes, trade by trade, and then decides what waited for it. */
    void conclude(List<SettlementEvent> outcomes) {
        Map<TradeId, Delivery> known =
                table.lock(outcomes.stream().map(SettlementEvent::trade).toList());
        Set<Holding> touched =
                known.values().stream()
                        .filter(delivery -> delivery.state() == DeliveryState.LOCKED)
                        .flatMap(delivery -> Stream.of(delivery.from(), delivery.to()))
                        .collect(Collectors.toCollection(TreeSet::new));
        HoldingsBook book = ledger.lock(touched);
        OffsetDateTime now = clock.now();
        DeliveryBook decided = new DeliveryBook(known, book, table, now);
        for (SettlementEvent outcome : outcomes) {
            switch (outcome) {
                case SettlementEvent.TradeSettled settled -> decided.settle(settled);
                case SettlementEvent.TradeReversed reversed -> decided.reverse(reversed);
                case SettlementEvent.SettlementFailed failed -> decided.fail(failed);
            }
        }
        // Read under the holdings' locks: whoever waits, waits under them.
        table.waitingOn(touched).forEach(decided::retry);
        List<Returns.Done> returned = returns.resume(book, touched);
        List<PublishedEvent> events = new ArrayList<>(decided.events());
        events.addAll(returns.events(returned, ledger.write(book)));
        table.store(decided.changed(), now);
        outbox.publish(events);
    }

    private Obstacles obstaclesTo(List<DeliveryRequested> requests) {
        Set<AccountId> parties =
                requests.stream()
                        .flatMap(asked -> Stream.of(asked.seller(), asked.buyer()))
                        .collect(Collectors.toSet());
        Map<ProductCode, Boolean> known = new HashMap<>();
        for (DeliveryRequested asked : requests) {
            known.computeIfAbsent(asked.product(), product -> products.find(product).isPresent());
        }
        return new Obstacles(accounts.holdStates(parties), known);
    }

    /** Why a request cannot be taken, whatever the seller holds. */
    private record Obstacles(
            Map<AccountId, AccountState> accounts, Map<ProductCode, Boolean> products) {

        Optional<String> to(DeliveryRequested asked) {
            if (asked.tonnes().isZero()) {
                return Optional.of("TONNES_NOT_POSITIVE");
            }
            if (asked.seller().equals(asked.buyer())) {
                return Optional.of("SELLER_IS_BUYER");
            }
            if (!products.getOrDefault(asked.product(), false)) {
                return Optional.of("PRODUCT_UNKNOWN");
            }
            return obstacleOf(asked.seller()).or(() -> obstacleOf(asked.buyer()));
        }

        private Optional<String> obstacleOf(AccountId account) {
            AccountState state = accounts.get(account);
            if (state == null) {
                return Optional.of("ACCOUNT_UNKNOWN");
            }
            return state == AccountState.CLOSED ? Optional.of("ACCOUNT_CLOSED") : Optional.empty();
        }
    }
}

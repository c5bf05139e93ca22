package org.carbonmarket.registry.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.settlement.DeliveryRequestEvent.DeliveryRequested;
import org.carbonmarket.events.settlement.SettlementEvent.SettlementFailed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeSettled;
import org.carbonmarket.ledger.Chain;
import org.carbonmarket.ledger.ChainAudit;
import org.carbonmarket.ledger.SealedPosting;
import org.carbonmarket.ledger.Sha256;
import org.carbonmarket.registry.holdings.Balance;
import org.carbonmarket.registry.holdings.Bucket;
import org.carbonmarket.registry.holdings.Entry;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.carbonmarket.registry.holdings.Place;
import org.carbonmarket.registry.holdings.Posting;
import org.carbonmarket.registry.holdings.PostingReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A seed drives allocations, entrustments, returns, and deliveries with duplicates; after each step
 * what was issued is what is held (I1), no bucket is negative (I5), what is locked is in {@code
 * delivering}, and in the end the chain verifies.
 */
class RegistrySimulationTest {

    private static final int STEPS = 20_000;
    private static final List<AccountId> ACCOUNTS =
            Stream.of("POWER-1", "POWER-2", "STEEL-1", "CEMENT-1", "FUND-1", "FUND-2")
                    .map(AccountId::of)
                    .toList();
    private static final ProductCode[] PRODUCTS = {ProductCode.of("CEA"), ProductCode.of("CCER")};
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2021-07-16T10:00:00+08:00");
    private static final Money NONE = Money.ofFen(0);

    private final Map<Holding, Balance> balances = new HashMap<>();
    private final Map<TradeId, Delivery> deliveries = new HashMap<>();
    private final SortedMap<TradeId, Delivery> open =
            new TreeMap<>(Comparator.comparingLong(TradeId::sequence));
    private final Map<ProductCode, Long> issued = new HashMap<>();
    private final List<SealedPosting<Posting>> ledger = new ArrayList<>();
    private final Chain chain = new Chain(0, Sha256.ZERO);
    private long answers;
    private long trades;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20210716, 77, 4103953, 5123})
    void everyTonneIsInExactlyOnePlaceAfterEveryStep(long seed) {
        Random random = new Random(seed);
        for (AccountId account : ACCOUNTS) {
            for (ProductCode product : PRODUCTS) {
                balances.put(new Holding(account, product), Balance.EMPTY);
            }
        }
        for (int step = 0; step < STEPS; step++) {
            step(random);
            checkInvariants(seed, step);
        }
        checkChain();
        assertThat(answers).isGreaterThan(STEPS / 10);
    }

    private void step(Random random) {
        HoldingsBook book = new HoldingsBook(balances);
        switch (random.nextInt(6)) {
            case 0 -> issue(book, random);
            case 1 -> move(book, random, Bucket.AVAILABLE, Bucket.IN_TRADING);
            case 2 -> move(book, random, Bucket.IN_TRADING, Bucket.AVAILABLE);
            case 3 -> request(book, random);
            default -> conclude(book, random);
        }
        balances.putAll(book.changed());
        book.postings().forEach(posting -> ledger.add(chain.append(posting)));
    }

    private DeliveryBook deciding(HoldingsBook book, List<TradeId> trades) {
        Map<TradeId, Delivery> known = new HashMap<>();
        for (TradeId trade : trades) {
            Delivery delivery = deliveries.get(trade);
            if (delivery != null) {
                known.put(trade, delivery);
            }
        }
        return new DeliveryBook(known, book, this::lockedBefore, NOW);
    }

    private List<TradeId> lockedBefore(TradeId trade, Holding receiver) {
        return open.values().stream()
                .filter(each -> each.state() == DeliveryState.LOCKED)
                .filter(each -> each.to().equals(receiver))
                .map(Delivery::trade)
                .filter(each -> each.sequence() < trade.sequence())
                .toList();
    }

    private void store(DeliveryBook decided) {
        answers += decided.events().size();
        for (Delivery each : decided.changed()) {
            deliveries.put(each.trade(), each);
            switch (each.state()) {
                case LOCKED, WAITING -> open.put(each.trade(), each);
                case REJECTED, COMPLETED, UNDONE -> open.remove(each.trade());
            }
        }
    }

    private void issue(HoldingsBook book, Random random) {
        Holding holding = any(random);
        long tonnes = random.nextLong(1, 501);
        book.post(
                Posting.issue(
                        cause(PostingReason.INITIAL_ALLOCATION),
                        holding.account(),
                        holding.product(),
                        Tonnes.of(tonnes)));
        issued.merge(holding.product(), tonnes, Long::sum);
    }

    private static void move(HoldingsBook book, Random random, Bucket from, Bucket to) {
        Holding holding = any(random);
        book.post(
                Posting.move(
                        cause(PostingReason.ENTRUSTMENT),
                        new Place.Held(holding.account(), from),
                        new Place.Held(holding.account(), to),
                        holding.product(),
                        Tonnes.of(1 + random.nextInt(300))));
    }

    /** Up to five requests in a batch, now and then one that came before. */
    private void request(HoldingsBook book, Random random) {
        List<TradeId> batch = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            long number = random.nextInt(10) == 0 ? random.nextLong(trades + 1) : ++trades;
            batch.add(new TradeId(Market.CN, number));
        }
        DeliveryBook decided = deciding(book, batch);
        for (TradeId trade : batch) {
            Holding seller = any(random);
            decided.request(
                    new DeliveryRequested(
                            trade,
                            seller.account(),
                            any(random).account(),
                            seller.product(),
                            Tonnes.of(random.nextLong(1, 201)),
                            NOW),
                    Optional.empty());
        }
        store(decided);
    }

    /** Ends up to four deliveries, telling the end of some twice, then looks at who waits. */
    private void conclude(HoldingsBook book, Random random) {
        List<Delivery> ending =
                open.values().stream()
                        .filter(each -> each.state() == DeliveryState.LOCKED)
                        .limit(4)
                        .toList();
        DeliveryBook decided = deciding(book, ending.stream().map(Delivery::trade).toList());
        for (Delivery each : ending) {
            boolean paid = random.nextInt(4) != 0;
            for (int times = random.nextInt(2); times >= 0; times--) {
                if (paid) {
                    decided.settle(settled(each));
                } else {
                    decided.fail(failed(each));
                }
            }
        }
        open.values().stream()
                .filter(each -> each.state() == DeliveryState.WAITING)
                .forEach(decided::retry);
        store(decided);
    }

    private void checkInvariants(long seed, int step) {
        for (ProductCode product : PRODUCTS) {
            long held = 0;
            long delivering = 0;
            for (AccountId account : ACCOUNTS) {
                Balance balance =
                        balances.getOrDefault(new Holding(account, product), Balance.EMPTY);
                held += balance.total();
                delivering += balance.delivering();
            }
            long locked =
                    open.values().stream()
                            .filter(each -> each.state() == DeliveryState.LOCKED)
                            .filter(each -> each.product().equals(product))
                            .mapToLong(each -> each.tonnes().value())
                            .sum();
            assertThat(held)
                    .as("I1, %s, seed %d, step %d", product, seed, step)
                    .isEqualTo(issued.getOrDefault(product, 0L));
            assertThat(delivering)
                    .as("locked, %s, seed %d, step %d", product, seed, step)
                    .isEqualTo(locked);
        }
    }

    private void checkChain() {
        ChainAudit audit = new ChainAudit();
        Map<Holding, Long> summed = new HashMap<>();
        for (SealedPosting<Posting> each : ledger) {
            audit.check(
                    each.number(), Optional.of(each.posting()), each.previousHash(), each.hash());
            for (Entry entry : each.posting().entries()) {
                if (entry.place() instanceof Place.Held held) {
                    summed.merge(
                            new Holding(held.account(), entry.product()),
                            entry.tonnes(),
                            Long::sum);
                }
            }
        }
        assertThat(audit.end(ledger.size(), chain.hash())).isEmpty();
        balances.forEach((holding, balance) ->
                assertThat(summed.getOrDefault(holding, 0L)).isEqualTo(balance.total()));
    }

    private static TradeSettled settled(Delivery each) {
        return new TradeSettled(
                each.trade(),
                each.buyer(),
                each.seller(),
                each.product(),
                each.tonnes(),
                NONE,
                NONE,
                NONE,
                NOW);
    }

    private static SettlementFailed failed(Delivery each) {
        return new SettlementFailed(
                each.trade(),
                each.buyer(),
                each.seller(),
                each.product(),
                each.tonnes(),
                NONE,
                NONE,
                NONE,
                "FUNDS_SHORT",
                true,
                null,
                NOW);
    }

    private static Holding any(Random random) {
        return new Holding(
                ACCOUNTS.get(random.nextInt(ACCOUNTS.size())),
                PRODUCTS[random.nextInt(PRODUCTS.length)]);
    }

    private static Posting.Cause cause(PostingReason reason) {
        return new Posting.Cause(reason, "document", "simulation", NOW);
    }
}

package org.carbonmarket.registry.credits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.ledger.Chain;
import org.carbonmarket.ledger.ChainAudit;
import org.carbonmarket.ledger.SealedPosting;
import org.carbonmarket.ledger.Sha256;
import org.carbonmarket.registry.credits.serial.CreditBlock;
import org.carbonmarket.registry.credits.serial.SerialBook;
import org.carbonmarket.registry.credits.serial.Standing;
import org.carbonmarket.registry.holdings.Balance;
import org.carbonmarket.registry.holdings.Entry;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.carbonmarket.registry.holdings.Place;
import org.carbonmarket.registry.holdings.Posting;
import org.carbonmarket.registry.holdings.PostingReason;
import org.carbonmarket.registry.products.CreditProduct;

/** The ledger and the serials without a database, and what must hold of them at any time. */
final class InMemoryRegistry {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2025-11-17T10:00:00+08:00");

    private final Map<Holding, Balance> balances = new HashMap<>();
    private final Map<ProductCode, Map<Place, Long>> system = new HashMap<>();
    private final Chain chain = new Chain(0, Sha256.ZERO);
    private final ChainAudit audit = new ChainAudit();
    private NavigableMap<Long, CreditBlock> blocks = new TreeMap<>();
    private long acts;
    private long lastSerial;

    /** Makes a posting, unless a bucket is short. */
    boolean post(Posting posting) {
        for (Entry entry : posting.entries()) {
            if (entry.place() instanceof Place.Held(var account, _)) {
                balances.putIfAbsent(new Holding(account, entry.product()), Balance.EMPTY);
            }
        }
        HoldingsBook book = new HoldingsBook(balances);
        if (book.post(posting).isPresent()) {
            return false;
        }
        balances.putAll(book.changed());
        for (Entry entry : posting.entries()) {
            if (entry.place() instanceof Place.SystemAccount place) {
                system.computeIfAbsent(entry.product(), product -> new HashMap<>())
                        .merge(place, entry.tonnes(), Long::sum);
            }
        }
        SealedPosting<Posting> sealed = chain.append(posting);
        audit.check(
                sealed.number(),
                Optional.of(sealed.posting()),
                sealed.previousHash(),
                sealed.hash());
        return true;
    }

    static Posting.Cause cause(PostingReason reason) {
        return new Posting.Cause(reason, "document", "simulation", NOW);
    }

    long nextAct() {
        return ++acts;
    }

    /** Serials that follow the last ones issued. */
    long takeSerials(long units) {
        long first = lastSerial + 1;
        lastSerial += units;
        return first;
    }

    SerialBook open(Predicate<CreditBlock> which) {
        return new SerialBook(blocks.values().stream().filter(which).toList());
    }

    void store(SerialBook book) {
        NavigableMap<Long, CreditBlock> next = new TreeMap<>(blocks);
        book.changed().forEach(block -> next.put(block.serials().first(), block));
        blocks = next;
    }

    long available(AccountId account, ProductCode product) {
        return balances.getOrDefault(new Holding(account, product), Balance.EMPTY).available();
    }

    void check(String step) {
        assertThat(audit.end(chain.number(), chain.hash())).as(step).isEmpty();
        Map<ProductCode, Long> held = new HashMap<>();
        balances.forEach(
                (holding, balance) -> held.merge(holding.product(), balance.total(), Long::sum));
        system.forEach((product, places) ->
                assertThat(-places.values().stream().mapToLong(Long::longValue).sum())
                        .as("I1 of %s, %s", product, step)
                        .isEqualTo(held.getOrDefault(product, 0L)));
        checkSerials(held, step);
    }

    /** Every serial is in one block, and as many stand somewhere as the ledger has tonnes there. */
    private void checkSerials(Map<ProductCode, Long> held, String step) {
        long next = 1;
        Map<ProductCode, Long> byHolders = new HashMap<>();
        Map<ProductCode, Long> retired = new HashMap<>();
        long pooled = 0;
        for (CreditBlock block : blocks.values()) {
            assertThat(block.serials().first()).as(step).isEqualTo(next);
            next = block.serials().last() + 1;
            long units = block.serials().units();
            ProductCode product =
                    new CreditProduct(block.origin().project(), block.origin().vintage()).code();
            switch (block.standing()) {
                case Standing.Held _ -> byHolders.merge(product, units, Long::sum);
                case Standing.Retired _ -> retired.merge(product, units, Long::sum);
                case Standing.Pooled _ -> pooled += units;
            }
        }
        assertThat(next - 1).as(step).isEqualTo(lastSerial);
        assertThat(held.getOrDefault(CreditProduct.FUNGIBLE, 0L)).as(step).isEqualTo(pooled);
        byHolders.forEach((product, units) ->
                assertThat(held.getOrDefault(product, 0L)).as(step).isEqualTo(units));
        retired.forEach((product, units) ->
                assertThat(placed(product, Place.SystemAccount.RETIRED)).as(step).isEqualTo(units));
    }

    private long placed(ProductCode product, Place place) {
        return system.getOrDefault(product, Map.of()).getOrDefault(place, 0L);
    }

    /** How many postings were made. */
    long postings() {
        return chain.number();
    }

    List<CreditBlock> blocks() {
        return List.copyOf(blocks.values());
    }
}

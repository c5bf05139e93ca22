package org.carbonmarket.registry.holdings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The balances of some locked holdings and the postings made on them, in order. A batch is decided
 * here in memory, so that its postings may build on each other, and written once.
 *
 * <p>Not thread-safe: one batch, one thread.
 */
public final class HoldingsBook {

    private final Map<Holding, Balance> balances;
    private final SortedMap<Holding, Balance> changed = new TreeMap<>();
    private final List<Posting> postings = new ArrayList<>();

    public HoldingsBook(Map<Holding, Balance> opened) {
        this.balances = new HashMap<>(opened);
    }

    /**
     * Makes a posting, all of it or nothing.
     *
     * @return what is short, when a bucket holds less than the posting asks
     * @throws IllegalArgumentException for a holding that was not opened
     */
    public Optional<Shortage> post(Posting posting) {
        Map<Holding, Balance> next = new HashMap<>();
        for (Entry entry : posting.entries()) {
            if (!(entry.place() instanceof Place.Held(var account, var bucket))) {
                continue;
            }
            Holding holding = new Holding(account, entry.product());
            Balance before = next.containsKey(holding) ? next.get(holding) : balance(holding);
            if (Math.addExact(before.in(bucket), entry.tonnes()) < 0) {
                return Optional.of(
                        new Shortage(holding, bucket, before.in(bucket), -entry.tonnes()));
            }
            next.put(holding, before.after(bucket, entry.tonnes()));
        }
        balances.putAll(next);
        changed.putAll(next);
        postings.add(posting);
        return Optional.empty();
    }

    /** The balance of an opened holding with every posting made so far. */
    public Balance balance(Holding holding) {
        Balance balance = balances.get(holding);
        if (balance == null) {
            throw new IllegalArgumentException("not opened: " + holding);
        }
        return balance;
    }

    public List<Posting> postings() {
        return List.copyOf(postings);
    }

    /** The holdings that postings touched, in lock order, with what they hold now. */
    public SortedMap<Holding, Balance> changed() {
        return new TreeMap<>(changed);
    }
}

package org.carbonmarket.settlement.funds;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.settlement.funds.Place.SystemAccount;

/**
 * The balances of some locked accounts and the postings made on them, in order. A batch is decided
 * here in memory, so that a payment may spend what the one before it brought, and written once.
 *
 * <p>Not thread-safe: one batch, one thread.
 */
public final class FundsBook {

    private final Map<AccountId, Balance> balances;
    private final SortedMap<AccountId, Balance> changed = new TreeMap<>();
    private final Map<SystemAccount, Long> systemChanges = new EnumMap<>(SystemAccount.class);
    private final List<Posting> postings = new ArrayList<>();

    public FundsBook(Map<AccountId, Balance> opened) {
        this.balances = new HashMap<>(opened);
    }

    /**
     * Makes a posting, all of it or nothing. What a bucket must hold is what the whole posting
     * takes from it: a seller's fee comes out of the proceeds.
     *
     * @return what is short, when a bucket holds less than the posting asks
     * @throws IllegalArgumentException for an account that was not opened
     */
    public Optional<Shortage> post(Posting posting) {
        Map<Place.Held, Long> net = new LinkedHashMap<>();
        for (Entry entry : posting.entries()) {
            if (entry.place() instanceof Place.Held held) {
                net.merge(held, entry.fen(), Math::addExact);
            }
        }
        for (Map.Entry<Place.Held, Long> move : net.entrySet()) {
            Place.Held held = move.getKey();
            long before = balance(held.account()).in(held.bucket());
            if (Math.addExact(before, move.getValue()) < 0) {
                return Optional.of(
                        new Shortage(
                                held.account(),
                                held.bucket(),
                                Money.ofFen(before),
                                Money.ofFen(Math.negateExact(move.getValue()))));
            }
        }
        net.forEach(this::move);
        for (Entry entry : posting.entries()) {
            if (entry.place() instanceof SystemAccount system) {
                systemChanges.merge(system, entry.fen(), Math::addExact);
            }
        }
        postings.add(posting);
        return Optional.empty();
    }

    private void move(Place.Held held, long fen) {
        Balance after = balance(held.account()).after(held.bucket(), fen);
        balances.put(held.account(), after);
        changed.put(held.account(), after);
    }

    /** The balance of an opened account with every posting made so far. */
    public Balance balance(AccountId account) {
        Balance balance = balances.get(account);
        if (balance == null) {
            throw new IllegalArgumentException("not opened: " + account);
        }
        return balance;
    }

    public List<Posting> postings() {
        return List.copyOf(postings);
    }

    /** The accounts that postings touched, in lock order, with what they hold now. */
    public SortedMap<AccountId, Balance> changed() {
        return new TreeMap<>(changed);
    }

    /** What the postings moved into system accounts, in fen, signed. */
    public Map<SystemAccount, Long> systemChanges() {
        return Map.copyOf(systemChanges);
    }
}

package org.carbonmarket.trading.engine.positions;

import java.util.Arrays;
import java.util.Objects;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;
import org.jspecify.annotations.Nullable;

/**
 * One account in this market: its state as the registry recorded it, its money in fen and its
 * holdings by product.
 *
 * <p>Money is {@code free} or {@code reserved} by buy orders. {@code unsettled} counts the proceeds
 * of trades that are not settled yet: they are in {@code free} and may buy, but as much of {@code
 * free} may not leave. {@code owed} is what was spent of the proceeds of a trade that was undone
 * later; money coming in pays it first. An account that owes anything may not trade.
 */
public final class Account {

    private static final Holding NOTHING = new Holding();

    private final int index;
    private final AccountId id;
    private long version;
    private @Nullable AccountState state;
    private @Nullable String controlGroup;
    private long free;
    private long reserved;
    private long unsettled;
    private long owed;
    private boolean changed;
    private @Nullable Holding[] holdings = new @Nullable Holding[1];

    Account(int index, AccountId id) {
        this.index = index;
        this.id = id;
    }

    /** The small number that stands for the account in the book. */
    public int index() {
        return index;
    }

    public AccountId id() {
        return id;
    }

    /** Takes over the registry's word, unless a newer one is known. Tells whether it did. */
    public boolean record(long newVersion, AccountState newState, @Nullable String newGroup) {
        if (newVersion <= version) {
            return false;
        }
        version = newVersion;
        state = newState;
        controlGroup = newGroup;
        return true;
    }

    /** Whether the account may act here: active in the registry, and owing nothing. */
    public boolean mayTrade() {
        return state == AccountState.ACTIVE && !owesAnything();
    }

    /** What controls this account and others; null when unrelated. */
    public @Nullable String controlGroup() {
        return controlGroup;
    }

    public boolean isActive() {
        return state == AccountState.ACTIVE;
    }

    public boolean owesAnything() {
        if (owed > 0) {
            return true;
        }
        for (Holding holding : holdings) {
            if (holding != null && holding.owed() > 0) {
                return true;
            }
        }
        return false;
    }

    public long free() {
        return free;
    }

    public long reserved() {
        return reserved;
    }

    public long unsettled() {
        return unsettled;
    }

    public long owed() {
        return owed;
    }

    public long funds() {
        return Math.addExact(free, reserved);
    }

    /** What may leave: the free money beyond all proceeds that wait for settlement. */
    public long releasable() {
        return Math.max(0, free - unsettled);
    }

    /** Money comes in and pays what is owed first. */
    public void receive(long fen) {
        long repaid = Math.min(owed, fen);
        owed -= repaid;
        free = Math.addExact(free, fen - repaid);
        changed = true;
    }

    public void release(long fen) {
        free = Buckets.minus(free, fen);
        changed = true;
    }

    /** A buy order takes money; the opposite of {@link #unreserve}. */
    public void reserve(long fen) {
        free = Buckets.minus(free, fen);
        reserved = Math.addExact(reserved, fen);
    }

    public void unreserve(long fen) {
        reserved = Buckets.minus(reserved, fen);
        free = Math.addExact(free, fen);
    }

    /** Reserved money is paid for a purchase. */
    public void paid(long fen) {
        reserved = Buckets.minus(reserved, fen);
        changed = true;
    }

    /** The proceeds of a sale: usable at once, to leave when settled. */
    public void earned(long fen) {
        free = Math.addExact(free, fen);
        unsettled = Math.addExact(unsettled, fen);
        changed = true;
    }

    /** A sale is settled. */
    public void settled(long fen) {
        unsettled = Buckets.minus(unsettled, fen);
        changed = true;
    }

    /** The proceeds of a sale that was undone go back; what was spent of them is owed. */
    public void giveBack(long fen) {
        unsettled = Buckets.minus(unsettled, fen);
        long atHand = Math.min(free, fen);
        free -= atHand;
        owed = Math.addExact(owed, fen - atHand);
        changed = true;
    }

    /** The holding of a product to read; an empty one when there is none. */
    public Holding holding(int product) {
        Holding holding = product < holdings.length ? holdings[product] : null;
        return holding == null ? NOTHING : holding;
    }

    /** The holding of a product to change. */
    public Holding holdingToChange(int product) {
        if (product >= holdings.length) {
            holdings = Arrays.copyOf(holdings, product + 1);
        }
        Holding holding = holdings[product];
        if (holding == null) {
            holding = new Holding();
            holdings[product] = holding;
        }
        return holding;
    }

    /** The number of products there may be holdings of. */
    public int products() {
        return holdings.length;
    }

    /** The position is to be stated anew at the close. */
    public void markChanged() {
        changed = true;
    }

    public boolean isChanged() {
        return changed;
    }

    public void markStated() {
        changed = false;
    }

    public void openDay() {
        for (Holding holding : holdings) {
            if (holding != null && holding.openDay()) {
                changed = true;
            }
        }
    }

    /** Fails when a bucket is negative: asserted after every command, in production too. */
    public void verify() {
        Buckets.requireNotNegative(free, "free");
        Buckets.requireNotNegative(reserved, "reserved");
        Buckets.requireNotNegative(unsettled, "unsettled");
        Buckets.requireNotNegative(owed, "owed");
        for (Holding holding : holdings) {
            if (holding != null) {
                holding.verify();
            }
        }
    }

    void write(SnapshotWriter to) {
        to.text(id.value());
        to.int64(version);
        to.optionalText(state == null ? null : state.name());
        to.optionalText(controlGroup);
        to.int64(free);
        to.int64(reserved);
        to.int64(unsettled);
        to.int64(owed);
        to.flag(changed);
        writeHoldings(to);
    }

    private void writeHoldings(SnapshotWriter to) {
        int count = 0;
        for (int product = 0; product < holdings.length; product++) {
            count += holding(product).isEmpty() ? 0 : 1;
        }
        to.int32(count);
        for (int product = 0; product < holdings.length; product++) {
            Holding holding = holding(product);
            if (!holding.isEmpty()) {
                to.int32(product);
                holding.write(to);
            }
        }
    }

    static Account read(int index, int products, SnapshotReader from) {
        Account account = new Account(index, new AccountId(from.text()));
        account.version = from.int64();
        String state = from.optionalText();
        account.state = state == null ? null : AccountState.valueOf(state);
        account.controlGroup = from.optionalText();
        account.free = from.int64();
        account.reserved = from.int64();
        account.unsettled = from.int64();
        account.owed = from.int64();
        account.changed = from.flag();
        for (int left = from.count(); left > 0; left--) {
            int product = Objects.checkIndex(from.int32(), products);
            account.holdingToChange(product);
            account.holdings[product] = Holding.read(from);
        }
        account.verify();
        return account;
    }
}

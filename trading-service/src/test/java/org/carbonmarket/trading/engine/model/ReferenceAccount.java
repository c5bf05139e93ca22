package org.carbonmarket.trading.engine.model;

import java.util.HashMap;
import java.util.Map;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.jspecify.annotations.Nullable;

/** An account's whole money and allowances; what is reserved follows from what is open. */
final class ReferenceAccount {

    /** All of one product: {@code stock} may be sold today or is reserved. */
    static final class Holding {
        long stock;
        long boughtToday;
        long owed;

        long total() {
            return stock + boughtToday;
        }

        void receive(long tonnes) {
            long repaid = Math.min(owed, tonnes);
            owed -= repaid;
            stock += tonnes - repaid;
        }
    }

    final AccountId id;
    final Map<ReferenceProduct, Holding> holdings = new HashMap<>();
    long version;
    @Nullable AccountState state;
    long money;
    long unsettled;
    long owed;
    boolean changed;

    ReferenceAccount(AccountId id) {
        this.id = id;
    }

    Holding holding(ReferenceProduct product) {
        return holdings.computeIfAbsent(product, _ -> new Holding());
    }

    boolean mayTrade() {
        boolean owes = owed > 0 || holdings.values().stream().anyMatch(held -> held.owed > 0);
        return state == AccountState.ACTIVE && !owes;
    }

    void receive(long fen) {
        long repaid = Math.min(owed, fen);
        owed -= repaid;
        money += fen - repaid;
        changed = true;
    }

    void earn(long fen) {
        money += fen;
        unsettled += fen;
        changed = true;
    }
}

package org.carbonmarket.trading.engine.positions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;
import org.jspecify.annotations.Nullable;

/** The accounts this market has heard of, in the order it first did. */
public final class Accounts {

    private final Map<AccountId, Account> byId = new HashMap<>();
    private final List<Account> all = new ArrayList<>();

    public @Nullable Account find(AccountId id) {
        return byId.get(id);
    }

    /** The account, known from now on. */
    public Account know(AccountId id) {
        return byId.computeIfAbsent(id, this::add);
    }

    public Account at(int index) {
        return all.get(index);
    }

    public List<Account> all() {
        return Collections.unmodifiableList(all);
    }

    private Account add(AccountId id) {
        Account account = new Account(all.size(), id);
        all.add(account);
        return account;
    }

    public void write(SnapshotWriter to) {
        to.int32(all.size());
        for (Account account : all) {
            account.write(to);
        }
    }

    public static Accounts read(SnapshotReader from, int products) {
        Accounts accounts = new Accounts();
        int count = from.count();
        for (int index = 0; index < count; index++) {
            Account account = Account.read(index, products, from);
            accounts.all.add(account);
            accounts.byId.put(account.id(), account);
        }
        return accounts;
    }
}

package org.carbonmarket.settlement.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.registry.AccountEvent.AccountRecorded;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;

/** The registry's accounts, as far as settlement has heard. */
@ApplicationScoped
@Transactional
public class Accounts {

    private final Database database;

    Accounts(Database database) {
        this.database = database;
    }

    /** Takes newer states; an older version changes nothing. */
    void record(Collection<AccountRecorded> events) {
        Map<AccountId, AccountRecorded> newest = new LinkedHashMap<>();
        for (AccountRecorded event : events) {
            newest.merge(event.account(), event, (a, b) -> a.version() > b.version() ? a : b);
        }
        database.update(
                """
                insert into account (account, version, name, state, changed_at)
                select * from unnest(?, ?, ?, ?, ?)
                on conflict (account) do update
                set version = excluded.version, name = excluded.name, state = excluded.state,
                    changed_at = excluded.changed_at
                where account.version < excluded.version\
                """,
                Column.text(newest.values(), event -> event.account().value()),
                Column.bigint(newest.values(), AccountRecorded::version),
                Column.text(newest.values(), AccountRecorded::name),
                Column.text(newest.values(), event -> event.state().name()),
                Column.time(newest.values(), AccountRecorded::at));
    }

    /**
     * Refuses an account nobody opened. The registry's word may still be on its way: trying again
     * shortly is right.
     */
    public AccountState requireKnown(AccountId account) {
        return find(account)
                .orElseThrow(() ->
                        Refusal.notFound(
                                "ACCOUNT_UNKNOWN",
                                "Settlement has not heard of account " + account + "."));
    }

    /** The name of an account that is known, as the registry has it. */
    public String nameOf(AccountId account) {
        return database.find(
                        "select name from account where account = ?",
                        row -> row.text("name"),
                        account.value())
                .orElseThrow();
    }

    /** The states of those of the accounts that settlement has heard of. */
    public Map<AccountId, AccountState> states(Collection<AccountId> asked) {
        Map<AccountId, AccountState> states = new LinkedHashMap<>();
        database.stream(
                "select account, state from account where account = any (?)",
                row ->
                        states.put(
                                AccountId.of(row.text("account")),
                                AccountState.valueOf(row.text("state"))),
                Column.text(asked, AccountId::value));
        return states;
    }

    /** Refuses an account that may not act. */
    public void requireActive(AccountId account) {
        AccountState state = requireKnown(account);
        if (state != AccountState.ACTIVE) {
            throw Refusal.conflict(
                    "ACCOUNT_NOT_ACTIVE", "Account " + account + " is " + state + ".");
        }
    }

    private Optional<AccountState> find(AccountId account) {
        return database.find(
                "select state from account where account = ?",
                row -> AccountState.valueOf(row.text("state")),
                account.value());
    }
}

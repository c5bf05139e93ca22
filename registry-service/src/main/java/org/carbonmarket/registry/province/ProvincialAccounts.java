package org.carbonmarket.registry.province;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.registry.accounts.Accounts;
import org.jspecify.annotations.Nullable;

/**
 * Which account keeps a province's withheld allowances, and whose are withheld (allocation plans:
 * an entity in arrears or under a freeze gets its allowances through the provincial account).
 */
@ApplicationScoped
@Transactional
public class ProvincialAccounts {

    private static final String NEWEST =
            """
            select distinct on (province) * from provincial_account
            order by province, recorded_at desc, number desc\
            """;

    private final Database database;
    private final Accounts accounts;
    private final BusinessClock clock;
    private final List<Arrears> arrears;

    ProvincialAccounts(
            Database database, Accounts accounts, BusinessClock clock, @All List<Arrears> arrears) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
        this.arrears = arrears;
    }

    /** Where each account's allocation goes, the accounts held as they are until the end. */
    public Map<AccountId, Route> routesOf(Collection<AccountId> entities) {
        Map<AccountId, AccountState> states = accounts.holdStates(entities);
        Set<AccountId> behind = new HashSet<>();
        arrears.forEach(each -> behind.addAll(each.inArrears(entities)));
        Map<AccountId, AccountId> provincial = activeProvincialOf(entities);
        Map<AccountId, Route> routes = new HashMap<>();
        for (AccountId entity : entities) {
            routes.put(
                    entity,
                    route(
                            entity,
                            states.get(entity),
                            behind.contains(entity),
                            provincial.get(entity)));
        }
        return routes;
    }

    private static Route route(
            AccountId entity,
            @Nullable AccountState state,
            boolean inArrears,
            @Nullable AccountId provincial) {
        if (state == null) {
            return new Route.Barred("ACCOUNT_UNKNOWN", "There is no account " + entity + ".");
        }
        return switch (state) {
            case PENDING, CLOSED ->
                    new Route.Barred(
                            "ACCOUNT_NOT_OPEN", "Account " + entity + " is " + state + ".");
            case ACTIVE -> inArrears ? kept(entity, provincial) : new Route.Own();
            case RESTRICTED -> kept(entity, provincial);
        };
    }

    private static Route kept(AccountId entity, @Nullable AccountId provincial) {
        return provincial == null
                ? new Route.Barred(
                        "PROVINCIAL_ACCOUNT_MISSING",
                        "Account %s is restricted or in arrears; no active account of its province"
                                        .formatted(entity)
                                + " can keep its allowances.")
                : new Route.Kept(provincial);
    }

    /** An account that may itself not act keeps nothing for others. */
    private Map<AccountId, AccountId> activeProvincialOf(Collection<AccountId> entities) {
        Map<AccountId, AccountId> provincial = provincialOf(entities);
        Map<AccountId, AccountState> states =
                accounts.holdStates(new HashSet<>(provincial.values()));
        provincial.values().removeIf(keeper -> states.get(keeper) != AccountState.ACTIVE);
        return provincial;
    }

    private Map<AccountId, AccountId> provincialOf(Collection<AccountId> entities) {
        Map<AccountId, AccountId> provincial = new HashMap<>();
        database.stream(
                "select held.account, newest.account as provincial from account held join ("
                        + NEWEST
                        + ") newest using (province) where held.account = any (?)",
                row ->
                        provincial.put(
                                AccountId.of(row.text("account")),
                                AccountId.of(row.text("provincial"))),
                Column.text(entities, AccountId::value));
        return provincial;
    }

    ProvincialAccount assign(String province, AccountId account, String actor) {
        accounts.requireActive(account);
        ProvincialAccount assigned = new ProvincialAccount(province, account, actor, clock.now());
        database.update(
                """
                insert into provincial_account (province, account, recorded_by, recorded_at)
                values (?, ?, ?, ?)\
                """,
                province,
                account.value(),
                actor,
                assigned.recordedAt());
        return assigned;
    }

    List<ProvincialAccount> all() {
        return database.query(
                NEWEST,
                row ->
                        new ProvincialAccount(
                                row.text("province"),
                                AccountId.of(row.text("account")),
                                row.text("recorded_by"),
                                row.time("recorded_at")));
    }
}

package org.carbonmarket.registry.accounts;

import io.quarkus.arc.All;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.registry.accounts.Account.Subject;
import org.carbonmarket.registry.accounts.ClosingCondition.Obstacle;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The registry's accounts. Each change is recorded in the history and published. */
@ApplicationScoped
@Transactional
public class Accounts {

    private static final String STATES =
            """
            select held.account, held.state from account held
            join unnest(?) as asked (account) using (account)
            order by held.account
            for share of held\
            """;

    private final Database database;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final List<ClosingCondition> closingConditions;
    private final List<ActivationCondition> activationConditions;

    Accounts(
            Database database,
            Outbox outbox,
            BusinessClock clock,
            @All List<ClosingCondition> closingConditions,
            @All List<ActivationCondition> activationConditions) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.closingConditions = closingConditions;
        this.activationConditions = activationConditions;
    }

    /**
     * The states of those of the accounts that exist, held as they are until the transaction ends.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<AccountId, AccountState> holdStates(Collection<AccountId> accounts) {
        Map<AccountId, AccountState> states = new HashMap<>();
        database.stream(
                STATES,
                row ->
                        states.put(
                                AccountId.of(row.text("account")),
                                AccountState.valueOf(row.text("state"))),
                Column.text(new TreeSet<>(accounts), AccountId::value));
        return states;
    }

    /** Refuses what only an active account may do (Registration Rules, Article 11). */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireActive(AccountId account) {
        AccountState state = holdStates(List.of(account)).get(account);
        if (state == null) {
            throw unknown(account);
        }
        if (state != AccountState.ACTIVE) {
            throw new Refusal(
                    409,
                    "ACCOUNT_NOT_ACTIVE",
                    null,
                    "Account " + account + " is " + state + "; only an active one may do this.");
        }
    }

    /** Refuses an account the registry does not know. */
    public void requireKnown(AccountId account) {
        find(account);
    }

    /** The sector of an account's subject, none when it has none. */
    public Optional<String> sectorOf(AccountId account) {
        return Optional.ofNullable(find(account).subject().sector());
    }

    Account find(AccountId account) {
        AccountRow row = AccountRow.findById(account.value());
        if (row == null) {
            throw unknown(account);
        }
        return row.toAccount();
    }

    /** Accounts by number, narrowed by what is not null. */
    List<Account> page(
            @Nullable AccountState state,
            @Nullable String controlGroup,
            @Nullable String after,
            int limit) {
        return AccountRow.<AccountRow>find(
                        "account > ?1 and (?2 is null or state = ?2)"
                                + " and (?3 is null or controlGroup = ?3)",
                        Sort.by("account"),
                        after == null ? "" : after,
                        state,
                        controlGroup)
                .page(0, limit)
                .stream()
                .map(AccountRow::toAccount)
                .toList();
    }

    Account open(@Nullable AccountId asked, Subject subject, String actor) {
        AccountId number = asked == null ? nextFreeNumber() : asked;
        Account account = Account.applied(number, subject, clock.now());
        insert(account, actor);
        record(account, actor);
        return account;
    }

    private static void insert(Account account, String actor) {
        try {
            new AccountRow(account, actor).persistAndFlush();
        } catch (ConstraintViolationException taken) {
            throw new Refusal(
                    409,
                    "ACCOUNT_EXISTS",
                    "account",
                    "Account " + account.account() + " exists already.");
        }
    }

    Account become(AccountState next, AccountId number, String actor) {
        AccountRow row = lock(number);
        Account account = row.toAccount();
        if (account.state() == next) {
            return account;
        }
        if (!account.mayBecome(next)) {
            throw new Refusal(
                    409,
                    "ACCOUNT_STATE",
                    null,
                    "Account "
                            + number
                            + " is "
                            + account.state()
                            + " and cannot become "
                            + next
                            + ".");
        }
        obstaclesTo(next, account).ifPresent(Accounts::refuse);
        return store(row, account.become(next, clock.now()), actor);
    }

    /** Puts an account under a control group, or takes it out of one when the group is null. */
    Account relate(AccountId number, @Nullable String controlGroup, String actor) {
        AccountRow row = lock(number);
        Account account = row.toAccount();
        if (Objects.equals(account.subject().controlGroup(), controlGroup)) {
            return account;
        }
        return store(row, account.controlledBy(controlGroup, clock.now()), actor);
    }

    private static AccountRow lock(AccountId number) {
        AccountRow row = AccountRow.findById(number.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw unknown(number);
        }
        return row;
    }

    private Account store(AccountRow row, Account changed, String actor) {
        row.take(changed, actor);
        record(changed, actor);
        return changed;
    }

    private Optional<Obstacle> obstaclesTo(AccountState next, Account account) {
        Stream<Optional<Obstacle>> asked =
                switch (next) {
                    case CLOSED ->
                            closingConditions.stream()
                                    .map(each -> each.obstacleTo(account.account()));
                    case ACTIVE ->
                            activationConditions.stream()
                                    .filter(each -> account.state() == AccountState.PENDING)
                                    .map(each -> each.obstacleTo(account.account()));
                    case PENDING, RESTRICTED -> Stream.empty();
                };
        return asked.flatMap(Optional::stream).findFirst();
    }

    private static void refuse(Obstacle obstacle) {
        throw new Refusal(409, obstacle.code(), null, obstacle.detail());
    }

    private void record(Account account, String actor) {
        database.update(
                """
                insert into account_history (account, version, state, recorded_at, recorded_by)
                values (?, ?, ?, ?, ?)\
                """,
                account.account().value(),
                account.version(),
                account.state().name(),
                account.recordedAt(),
                actor);
        outbox.publish(account.recorded());
    }

    /** Numbers given by operators may already stand where the sequence arrives. */
    private AccountId nextFreeNumber() {
        return AccountId.of(
                database.find(
                                """
                                select 'A' || lpad(number::text, 8, '0') as account
                                from (select nextval('account_number') as number
                                      from generate_series(1, 100)) as next
                                where not exists (
                                    select from account where account = 'A' || lpad(number::text, 8, '0'))
                                limit 1\
                                """,
                                row -> row.text("account"))
                        .orElseThrow());
    }

    private static Refusal unknown(AccountId account) {
        return new Refusal(404, "ACCOUNT_UNKNOWN", null, "There is no account " + account + ".");
    }
}

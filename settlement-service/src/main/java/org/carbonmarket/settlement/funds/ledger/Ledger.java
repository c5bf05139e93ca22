package org.carbonmarket.settlement.funds.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.ledger.SealedPosting;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.postings.PostingTable;
import org.carbonmarket.settlement.funds.Balance;
import org.carbonmarket.settlement.funds.Entry;
import org.carbonmarket.settlement.funds.FundsBook;
import org.carbonmarket.settlement.funds.Place.SystemAccount;
import org.carbonmarket.settlement.funds.Posting;

/**
 * The sole writer of money. A transaction locks the accounts it needs once, decides in memory on
 * the {@link FundsBook}, and writes once; the statements are the same few for one posting or ten
 * thousand.
 *
 * <p>Locks are always taken in one order: the market's payment order, account balances sorted, the
 * end of the chain. The chain makes commits of the ledger one after the other; its numbers
 * therefore have no gap.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Ledger {

    private static final String OPEN_BALANCES =
            """
            insert into balance (account) select account from unnest(?) as asked (account)
            on conflict do nothing\
            """;

    private static final String LOCK_BALANCES =
            """
            select held.* from balance held
            join unnest(?) as asked (account) using (account)
            order by held.account
            for update of held\
            """;

    private static final String UPDATE_BALANCES =
            """
            update balance held
            set available = now.available, in_trading = now.in_trading, frozen = now.frozen
            from unnest(?, ?, ?, ?) as now (account, available, in_trading, frozen)
            where held.account = now.account\
            """;

    private static final String UPDATE_SYSTEM_BALANCES =
            """
            update system_balance held set fen = held.fen + moved.fen
            from unnest(?, ?) as moved (name, fen)
            where held.name = moved.name\
            """;

    private final Database database;
    private final PostingTable<Entry, Posting> postings;

    Ledger(Database database) {
        this.database = database;
        this.postings = LedgerRows.postings(database);
    }

    /**
     * Locks accounts' balances until the transaction ends and opens a book on them; a balance that
     * does not exist yet begins at nothing.
     */
    public FundsBook lock(Collection<AccountId> accounts) {
        if (accounts.isEmpty()) {
            return new FundsBook(Map.of());
        }
        SortedSet<AccountId> sorted = new TreeSet<>(accounts);
        Column asked = Column.text(sorted, AccountId::value);
        database.update(OPEN_BALANCES, asked);
        Map<AccountId, Balance> balances = new HashMap<>();
        database.stream(
                LOCK_BALANCES,
                row -> balances.put(AccountId.of(row.text("account")), LedgerRows.balance(row)),
                asked);
        return new FundsBook(balances);
    }

    /** Numbers, seals and stores the book's postings, and what its accounts hold after them. */
    public List<SealedPosting<Posting>> write(FundsBook book) {
        if (book.postings().isEmpty()) {
            return List.of();
        }
        List<SealedPosting<Posting>> sealed = postings.append(book.postings());
        updateBalances(book.changed());
        updateSystemBalances(book.systemChanges());
        return sealed;
    }

    private void updateBalances(Map<AccountId, Balance> changed) {
        var rows = changed.entrySet();
        database.update(
                UPDATE_BALANCES,
                Column.text(rows, row -> row.getKey().value()),
                Column.bigint(rows, row -> row.getValue().available()),
                Column.bigint(rows, row -> row.getValue().inTrading()),
                Column.bigint(rows, row -> row.getValue().frozen()));
    }

    /** Under the chain's lock, so nobody adds to the same sums meanwhile. */
    private void updateSystemBalances(Map<SystemAccount, Long> changes) {
        var rows = changes.entrySet();
        database.update(
                UPDATE_SYSTEM_BALANCES,
                Column.text(rows, row -> row.getKey().name()),
                Column.bigint(rows, Map.Entry::getValue));
    }
}

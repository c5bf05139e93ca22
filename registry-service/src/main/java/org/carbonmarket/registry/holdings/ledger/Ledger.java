package org.carbonmarket.registry.holdings.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.carbonmarket.ledger.SealedPosting;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.postings.PostingTable;
import org.carbonmarket.registry.holdings.Balance;
import org.carbonmarket.registry.holdings.Entry;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.carbonmarket.registry.holdings.Posting;

/**
 * The sole writer of holdings. A transaction locks the holdings it needs once, decides in memory on
 * the {@link HoldingsBook}, and writes once; the statements are the same few for one posting or ten
 * thousand.
 *
 * <p>Locks are always taken in one order: account rows, holdings sorted, the end of the chain. The
 * chain makes commits of the ledger one after the other; its numbers therefore have no gap.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Ledger {

    private static final String OPEN_HOLDINGS =
            """
            insert into holding (account, product)
            select account, product from unnest(?, ?) as asked (account, product)
            on conflict do nothing\
            """;

    private static final String LOCK_HOLDINGS =
            """
            select held.* from holding held
            join unnest(?, ?) as asked (account, product) using (account, product)
            order by held.account, held.product
            for update of held\
            """;

    private static final String UPDATE_HOLDINGS =
            """
            update holding held
            set available = now.available, in_trading = now.in_trading,
                delivering = now.delivering, frozen = now.frozen
            from unnest(?, ?, ?, ?, ?, ?)
                as now (account, product, available, in_trading, delivering, frozen)
            where held.account = now.account and held.product = now.product\
            """;

    private final Database database;
    private final PostingTable<Entry, Posting> postings;

    Ledger(Database database) {
        this.database = database;
        this.postings = LedgerRows.postings(database);
    }

    /**
     * Locks holdings until the transaction ends and opens a book on them; a holding that does not
     * exist yet begins empty. Accounts and products must exist.
     */
    public HoldingsBook lock(Collection<Holding> holdings) {
        SortedSet<Holding> sorted = new TreeSet<>(holdings);
        Column accounts = Column.text(sorted, holding -> holding.account().value());
        Column products = Column.text(sorted, holding -> holding.product().value());
        database.update(OPEN_HOLDINGS, accounts, products);
        Map<Holding, Balance> balances = new HashMap<>();
        database.stream(
                LOCK_HOLDINGS,
                row -> balances.put(LedgerRows.holding(row), LedgerRows.balance(row)),
                accounts,
                products);
        return new HoldingsBook(balances);
    }

    /** Numbers, seals and stores the book's postings, and what its holdings are after them. */
    public List<SealedPosting<Posting>> write(HoldingsBook book) {
        if (book.postings().isEmpty()) {
            return List.of();
        }
        List<SealedPosting<Posting>> sealed = postings.append(book.postings());
        updateHoldings(book.changed());
        return sealed;
    }

    private void updateHoldings(Map<Holding, Balance> changed) {
        var rows = changed.entrySet();
        database.update(
                UPDATE_HOLDINGS,
                Column.text(rows, row -> row.getKey().account().value()),
                Column.text(rows, row -> row.getKey().product().value()),
                Column.bigint(rows, row -> row.getValue().available()),
                Column.bigint(rows, row -> row.getValue().inTrading()),
                Column.bigint(rows, row -> row.getValue().delivering()),
                Column.bigint(rows, row -> row.getValue().frozen()));
    }
}

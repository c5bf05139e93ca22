package org.carbonmarket.registry.holdings.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.carbonmarket.registry.database.Column;
import org.carbonmarket.registry.database.Database;
import org.carbonmarket.registry.holdings.Balance;
import org.carbonmarket.registry.holdings.Chain;
import org.carbonmarket.registry.holdings.Entry;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.carbonmarket.registry.holdings.SealedPosting;
import org.carbonmarket.registry.holdings.Sha256;

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

    private static final String INSERT_POSTINGS =
            """
            insert into posting
                (number, reason, document, actor, posted_at, previous_hash, hash)
            select * from unnest(?, ?, ?, ?, ?, ?, ?)\
            """;

    private static final String INSERT_ENTRIES =
            """
            insert into entry (posting, line, place, bucket, product, tonnes)
            select * from unnest(?, ?, ?, ?, ?, ?)\
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

    Ledger(Database database) {
        this.database = database;
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
    public List<SealedPosting> write(HoldingsBook book) {
        if (book.postings().isEmpty()) {
            return List.of();
        }
        Chain chain =
                database.find(
                                "select number, hash from chain_head for update",
                                row ->
                                        new Chain(
                                                row.number("number"), Sha256.of(row.bytes("hash"))))
                        .orElseThrow();
        List<SealedPosting> sealed = book.postings().stream().map(chain::append).toList();
        insertPostings(sealed);
        insertEntries(sealed);
        database.update(
                "update chain_head set number = ?, hash = ?", chain.number(), chain.hash().bytes());
        updateHoldings(book.changed());
        return sealed;
    }

    private void insertPostings(List<SealedPosting> sealed) {
        database.update(
                INSERT_POSTINGS,
                Column.bigint(sealed, SealedPosting::number),
                Column.text(sealed, each -> each.posting().reason().name()),
                Column.text(sealed, each -> each.posting().document()),
                Column.text(sealed, each -> each.posting().actor()),
                Column.time(sealed, each -> each.posting().at()),
                Column.bytes(sealed, each -> each.previousHash().bytes()),
                Column.bytes(sealed, each -> each.hash().bytes()));
    }

    private void insertEntries(List<SealedPosting> sealed) {
        record Line(long posting, int number, Entry entry) {}
        List<Line> lines = new ArrayList<>();
        for (SealedPosting each : sealed) {
            int number = 0;
            for (Entry entry : each.posting().entries()) {
                lines.add(new Line(each.number(), ++number, entry));
            }
        }
        database.update(
                INSERT_ENTRIES,
                Column.bigint(lines, Line::posting),
                Column.bigint(lines, Line::number),
                Column.text(lines, line -> LedgerRows.place(line.entry().place())),
                Column.text(lines, line -> LedgerRows.bucket(line.entry().place())),
                Column.text(lines, line -> line.entry().product().value()),
                Column.bigint(lines, line -> line.entry().tonnes()));
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

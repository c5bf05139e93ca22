package org.carbonmarket.settlement.funds.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.settlement.database.Column;
import org.carbonmarket.settlement.database.Database;
import org.carbonmarket.settlement.funds.Balance;
import org.carbonmarket.settlement.funds.Chain;
import org.carbonmarket.settlement.funds.Entry;
import org.carbonmarket.settlement.funds.FundsBook;
import org.carbonmarket.settlement.funds.Place.SystemAccount;
import org.carbonmarket.settlement.funds.SealedPosting;
import org.carbonmarket.settlement.funds.Sha256;

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

    private static final String INSERT_POSTINGS =
            """
            insert into posting
                (number, reason, document, actor, posted_at, previous_hash, hash)
            select * from unnest(?, ?, ?, ?, ?, ?, ?)\
            """;

    private static final String INSERT_ENTRIES =
            """
            insert into entry (posting, line, place, bucket, purpose, fen)
            select * from unnest(?, ?, ?, ?, ?, ?)\
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

    Ledger(Database database) {
        this.database = database;
    }

    /**
     * Locks accounts' balances until the transaction ends and opens a book on them; a balance that
     * does not exist yet begins at nothing.
     */
    public FundsBook lock(Collection<AccountId> accounts) {
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
    public List<SealedPosting> write(FundsBook book) {
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
        updateBalances(book.changed());
        updateSystemBalances(book.systemChanges());
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
                Column.text(lines, line -> line.entry().purpose().name()),
                Column.bigint(lines, line -> line.entry().fen()));
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

package org.carbonmarket.settlement.funds.ledger;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.ledger.ChainAudit.Finding;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.postings.ChainVerdict;

/** Walks the chain from its first posting, and sums every balance from its entries. */
@ApplicationScoped
class LedgerVerification {

    private static final String BALANCES =
            """
            with entered as (
                select place as account,
                       coalesce(sum(fen) filter (where bucket = 'AVAILABLE'), 0) as available,
                       coalesce(sum(fen) filter (where bucket = 'IN_TRADING'), 0) as in_trading,
                       coalesce(sum(fen) filter (where bucket = 'FROZEN'), 0) as frozen
                from entry where bucket is not null
                group by place),
            system_entered as (
                select place as name, sum(fen) as fen from entry where bucket is null
                group by place)
            select account from entered full join balance using (account)
            where (coalesce(entered.available, 0), coalesce(entered.in_trading, 0),
                   coalesce(entered.frozen, 0))
               is distinct from
                  (coalesce(balance.available, 0), coalesce(balance.in_trading, 0),
                   coalesce(balance.frozen, 0))
            union all
            select name from system_entered full join system_balance using (name)
            where coalesce(system_entered.fen, 0) <> coalesce(system_balance.fen, 0)
            order by 1\
            """;

    /** A ledger of years is long, and the usual timeout is a minute. */
    private static final int LONGEST_SECONDS = 4 * 60 * 60;

    private final Database database;

    LedgerVerification(Database database) {
        this.database = database;
    }

    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    LedgerVerdict verify() {
        ChainVerdict chain = LedgerRows.postings(database).verify();
        Optional<Finding> finding = chain.finding();
        List<String> balances = database.query(BALANCES, row -> row.text("account"));
        return new LedgerVerdict(
                finding.isEmpty() && balances.isEmpty(),
                chain.verified(),
                chain.head().hex(),
                finding.map(Finding::posting).orElse(null),
                finding.map(Finding::what).orElse(null),
                balances);
    }
}

package org.carbonmarket.registry.holdings.ledger;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.ledger.ChainAudit.Finding;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.postings.ChainVerdict;
import org.carbonmarket.registry.holdings.Holding;

/** Walks the chain from its first posting, and sums every holding from its entries. */
@ApplicationScoped
class LedgerVerification {

    private static final String HOLDINGS =
            """
            with entered as (
                select place as account, product,
                       coalesce(sum(tonnes) filter (where bucket = 'AVAILABLE'), 0) as available,
                       coalesce(sum(tonnes) filter (where bucket = 'IN_TRADING'), 0) as in_trading,
                       coalesce(sum(tonnes) filter (where bucket = 'DELIVERING'), 0) as delivering,
                       coalesce(sum(tonnes) filter (where bucket = 'FROZEN'), 0) as frozen
                from entry where bucket is not null
                group by place, product)
            select account, product
            from entered full join holding using (account, product)
            where (coalesce(entered.available, 0), coalesce(entered.in_trading, 0),
                   coalesce(entered.delivering, 0), coalesce(entered.frozen, 0))
               is distinct from
                  (coalesce(holding.available, 0), coalesce(holding.in_trading, 0),
                   coalesce(holding.delivering, 0), coalesce(holding.frozen, 0))
            order by account, product\
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
        List<Holding> holdings = database.query(HOLDINGS, LedgerRows::holding);
        return new LedgerVerdict(
                finding.isEmpty() && holdings.isEmpty(),
                chain.verified(),
                chain.head().hex(),
                finding.map(Finding::posting).orElse(null),
                finding.map(Finding::what).orElse(null),
                holdings);
    }
}

package org.carbonmarket.settlement.funds.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.settlement.database.Database;
import org.carbonmarket.settlement.funds.ChainAudit.Finding;

/** Walks the chain from its first posting, and sums every balance from its entries. */
@ApplicationScoped
class LedgerVerification {

    /** One statement, so one snapshot: postings made meanwhile are not half seen. */
    private static final String CHAIN =
            """
            select head.number as head_number, head.hash as head_hash,
                   p.number, p.reason, p.document, p.actor, p.posted_at, p.previous_hash, p.hash,
                   e.place, e.bucket, e.purpose, e.fen
            from chain_head head
            left join posting p on true
            left join entry e on e.posting = p.number
            order by p.number, e.line\
            """;

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

    private final Database database;

    LedgerVerification(Database database) {
        this.database = database;
    }

    @Transactional
    LedgerVerdict verify() {
        ChainWalk walk = new ChainWalk();
        database.stream(CHAIN, walk);
        Optional<Finding> finding = walk.end();
        List<String> balances = database.query(BALANCES, row -> row.text("account"));
        return new LedgerVerdict(
                finding.isEmpty() && balances.isEmpty(),
                walk.verified(),
                walk.head().hex(),
                finding.map(Finding::posting).orElse(null),
                finding.map(Finding::what).orElse(null),
                balances);
    }
}

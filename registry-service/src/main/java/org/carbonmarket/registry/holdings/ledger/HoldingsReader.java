package org.carbonmarket.registry.holdings.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.registry.holdings.Bucket;
import org.carbonmarket.registry.holdings.PostingReason;
import org.carbonmarket.registry.holdings.ledger.PostingView.EntryView;
import org.jspecify.annotations.Nullable;

/** Answers queries about holdings and postings from the primary database. */
@ApplicationScoped
@Transactional
class HoldingsReader {

    private static final String POSTINGS =
            """
            select p.number, p.reason, p.document, p.posted_at, e.product, e.bucket, e.tonnes
            from (select number, reason, document, posted_at from posting
                  where number in (
                      select posting from entry
                      where place = ? and bucket is not null and posting < ?
                      group by posting order by posting desc limit ?)) p
            join entry e on e.posting = p.number and e.place = ? and e.bucket is not null
            order by p.number desc, e.line\
            """;

    private static final String TOTALS =
            """
            select coalesce((select -sum(tonnes) from entry
                             where product = asked.product and place = 'ISSUANCE'
                               and bucket is null), 0)::bigint as issued,
                   coalesce((select -sum(tonnes) from entry
                             where product = asked.product and bucket is null
                               and place in ('CREDIT_POOL', 'CARRY_OVER')), 0)::bigint
                       as converted,
                   coalesce((select sum(tonnes) from entry
                             where product = asked.product and place = 'SURRENDERED'
                               and bucket is null), 0)::bigint as surrendered,
                   coalesce((select sum(tonnes) from entry
                             where product = asked.product and place = 'RETIRED'
                               and bucket is null), 0)::bigint as retired,
                   coalesce((select sum(tonnes) from entry
                             where product = asked.product and place = 'CANCELLED'
                               and bucket is null), 0)::bigint as cancelled,
                   coalesce((select sum(tonnes) from entry
                             where product = asked.product and place = 'LAPSED'
                               and bucket is null), 0)::bigint as lapsed,
                   coalesce(sum(available), 0)::bigint as available,
                   coalesce(sum(in_trading), 0)::bigint as in_trading,
                   coalesce(sum(delivering), 0)::bigint as delivering,
                   coalesce(sum(frozen), 0)::bigint as frozen
            from (select ?::text collate "C" as product) asked
            left join holding using (product)
            group by asked.product\
            """;

    private final Database database;

    HoldingsReader(Database database) {
        this.database = database;
    }

    /** The account's holdings by product; one that was emptied shows zeros. */
    List<HoldingView> holdingsOf(AccountId account) {
        return database.query(
                "select * from holding where account = ? order by product",
                row -> HoldingView.of(ProductCode.of(row.text("product")), LedgerRows.balance(row)),
                account.value());
    }

    /** The account's postings, newest first. */
    List<PostingView> postingsOf(AccountId account, @Nullable Long before, int limit) {
        List<PostingView> postings = new ArrayList<>();
        database.stream(
                POSTINGS,
                row -> add(postings, row),
                account.value(),
                before == null ? Long.MAX_VALUE : before,
                limit,
                account.value());
        return postings;
    }

    private static void add(List<PostingView> postings, Row row) throws SQLException {
        long number = row.number("number");
        if (postings.isEmpty() || postings.getLast().posting() != number) {
            postings.add(
                    new PostingView(
                            number,
                            PostingReason.valueOf(row.text("reason")),
                            row.text("document"),
                            row.time("posted_at"),
                            new ArrayList<>()));
        }
        postings.getLast()
                .entries()
                .add(
                        new EntryView(
                                ProductCode.of(row.text("product")),
                                Bucket.valueOf(row.text("bucket")),
                                row.number("tonnes")));
    }

    ProductTotals totalsOf(ProductCode product) {
        return database.find(TOTALS, row -> totals(product, row), product.value()).orElseThrow();
    }

    private static ProductTotals totals(ProductCode product, Row row) throws SQLException {
        long available = row.number("available");
        long inTrading = row.number("in_trading");
        long delivering = row.number("delivering");
        long frozen = row.number("frozen");
        long held =
                Math.addExact(
                        Math.addExact(available, inTrading), Math.addExact(delivering, frozen));
        long came = Math.addExact(row.number("issued"), row.number("converted"));
        ProductTotals.Left left =
                new ProductTotals.Left(
                        row.number("surrendered"),
                        row.number("retired"),
                        row.number("cancelled"),
                        row.number("lapsed"));
        return new ProductTotals(
                product,
                row.number("issued"),
                row.number("converted"),
                available,
                inTrading,
                delivering,
                frozen,
                left,
                came == Math.addExact(held, left.total()));
    }
}

package org.carbonmarket.settlement.funds.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.settlement.funds.Balance;
import org.carbonmarket.settlement.funds.Bucket;
import org.carbonmarket.settlement.funds.Entry.Purpose;
import org.carbonmarket.settlement.funds.PostingReason;
import org.carbonmarket.settlement.funds.SignedYuan;
import org.carbonmarket.settlement.funds.ledger.PostingView.EntryView;
import org.jspecify.annotations.Nullable;

/** Answers queries about balances and postings from the primary database. */
@ApplicationScoped
@Transactional
public class FundsReader {

    private static final String POSTINGS =
            """
            select p.number, p.reason, p.document, p.posted_at, e.bucket, e.purpose, e.fen
            from (select number, reason, document, posted_at from posting
                  where number in (
                      select posting from entry
                      where place = ? and bucket is not null and posting < ?
                      group by posting order by posting desc limit ?)) p
            join entry e on e.posting = p.number and e.place = ? and e.bucket is not null
            order by p.number desc, e.line\
            """;

    private static final String POSTINGS_BETWEEN =
            """
            select p.number, p.reason, p.document, p.posted_at, e.bucket, e.purpose, e.fen
            from entry e join posting p on p.number = e.posting
            where e.place = ? and e.bucket is not null and p.posted_at >= ? and p.posted_at < ?
            order by p.number, e.line\
            """;

    private static final String FEES_BETWEEN =
            """
            select coalesce(-sum(e.fen), 0)::bigint as fen
            from entry e join posting p on p.number = e.posting
            where e.place = ? and e.bucket is not null and e.purpose = 'FEE'
              and p.posted_at >= ? and p.posted_at < ?\
            """;

    private static final String BALANCE_BEFORE =
            """
            select coalesce(sum(fen) filter (where bucket = 'AVAILABLE'), 0)::bigint as available,
                   coalesce(sum(fen) filter (where bucket = 'IN_TRADING'), 0)::bigint as in_trading,
                   coalesce(sum(fen) filter (where bucket = 'FROZEN'), 0)::bigint as frozen
            from entry e join posting p on p.number = e.posting
            where e.place = ? and e.bucket is not null and p.posted_at < ?\
            """;

    /** One statement, so one snapshot. */
    private static final String TOTALS =
            """
            select (select coalesce(sum(e.fen), 0) from posting p join entry e on e.posting = p.number
                    where p.reason = 'DEPOSIT' and e.bucket is not null)::bigint as deposited,
                   (select coalesce(sum(e.fen), 0) from posting p join entry e on e.posting = p.number
                    where p.reason = 'WITHDRAWAL_PAYMENT' and e.bucket is null)::bigint as withdrawn,
                   (select fen from system_balance where name = 'FEES') as fees,
                   (select fen from system_balance where name = 'RISK_RESERVE') as risk_reserve,
                   coalesce(sum(available), 0)::bigint as available,
                   coalesce(sum(in_trading), 0)::bigint as in_trading,
                   coalesce(sum(frozen), 0)::bigint as frozen
            from balance\
            """;

    private final Database database;

    FundsReader(Database database) {
        this.database = database;
    }

    /** What the account holds; one that never had money holds nothing. */
    public Balance balanceOf(AccountId account) {
        return database.find(
                        "select * from balance where account = ?",
                        LedgerRows::balance,
                        account.value())
                .orElse(Balance.ZERO);
    }

    /** What the account held just before that time. */
    public Balance balanceBefore(AccountId account, OffsetDateTime time) {
        return database.find(BALANCE_BEFORE, LedgerRows::balance, account.value(), time)
                .orElseThrow();
    }

    /** The account's postings from a time until just before another, in order. */
    public List<PostingView> postingsBetween(
            AccountId account, OffsetDateTime from, OffsetDateTime until) {
        List<PostingView> postings = new ArrayList<>();
        database.stream(POSTINGS_BETWEEN, row -> add(postings, row), account.value(), from, until);
        return postings;
    }

    /** What the account paid in fees from a time until just before another, in yuan. */
    public String feesBetween(AccountId account, OffsetDateTime from, OffsetDateTime until) {
        return database.find(
                        FEES_BETWEEN,
                        row -> SignedYuan.of(row.number("fen")),
                        account.value(),
                        from,
                        until)
                .orElseThrow();
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
                                Bucket.valueOf(row.text("bucket")),
                                Purpose.valueOf(row.text("purpose")),
                                SignedYuan.of(row.number("fen"))));
    }

    /** All money at settlement (invariant I2). */
    public FundsTotals totals() {
        return database.find(
                        TOTALS,
                        row ->
                                FundsTotals.of(
                                        money(row, "deposited"),
                                        money(row, "withdrawn"),
                                        money(row, "available"),
                                        money(row, "in_trading"),
                                        money(row, "frozen"),
                                        money(row, "fees"),
                                        money(row, "risk_reserve")))
                .orElseThrow();
    }

    private static Money money(Row row, String column) throws SQLException {
        return Money.ofFen(row.number(column));
    }
}

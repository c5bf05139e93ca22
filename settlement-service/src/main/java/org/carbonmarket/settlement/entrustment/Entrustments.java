package org.carbonmarket.settlement.entrustment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.settlement.FundsEvent.FundsEntrusted;
import org.carbonmarket.events.settlement.FundsEvent.FundsReturned;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.settlement.accounts.Accounts;
import org.carbonmarket.settlement.funds.Bucket;
import org.carbonmarket.settlement.funds.FundsBook;
import org.carbonmarket.settlement.funds.Place;
import org.carbonmarket.settlement.funds.Posting;
import org.carbonmarket.settlement.funds.PostingReason;
import org.carbonmarket.settlement.funds.Shortage;
import org.carbonmarket.settlement.funds.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/** The door of money into and out of markets, each move published once. */
@ApplicationScoped
@Transactional
class Entrustments {

    private final Accounts accounts;
    private final Ledger ledger;
    private final Database database;
    private final Outbox outbox;
    private final BusinessClock clock;

    Entrustments(
            Accounts accounts,
            Ledger ledger,
            Database database,
            Outbox outbox,
            BusinessClock clock) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Moves {@code available} to {@code inTrading}, or refuses with the reason. */
    Entrustment entrust(AccountId account, EntrustFunds asked, String actor) {
        accounts.requireActive(account);
        OffsetDateTime now = clock.now();
        FundsBook book = ledger.lock(List.of(account));
        book.post(
                        Posting.move(
                                new Posting.Cause(
                                        PostingReason.ENTRUSTMENT,
                                        asked.market().name(),
                                        actor,
                                        now),
                                new Place.Held(account, Bucket.AVAILABLE),
                                new Place.Held(account, Bucket.IN_TRADING),
                                asked.amount()))
                .ifPresent(shortage -> {
                    throw refusalOf(shortage);
                });
        long posting = ledger.write(book).getFirst().number();
        Entrustment done =
                new Entrustment(
                        "FE-" + posting, posting, account, asked.market(), asked.amount(), now);
        database.update(
                """
                insert into entrustment
                    (entrustment, posting, account, fen, market, entrusted_at)
                values (?, ?, ?, ?, ?, ?)\
                """,
                done.entrustment(),
                posting,
                account.value(),
                asked.amount().fen(),
                asked.market().name(),
                now);
        outbox.publish(
                new FundsEntrusted(
                        done.entrustment(), account, asked.amount(), asked.market(), now));
        return done;
    }

    private static Refusal refusalOf(Shortage shortage) {
        return new Refusal(
                409,
                "FUNDS_SHORT",
                "amount",
                "Available is %s yuan, asked for were %s."
                        .formatted(shortage.held(), shortage.asked()));
    }

    /**
     * Takes back what markets let go of. An engine releases settled money only, so it is here; if
     * it is not, the books contradict each other and the listener must stop.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void takeBack(List<FundsReleased> releases) {
        Set<String> known =
                new HashSet<>(
                        database.query(
                                "select release from trading_return where release = any (?)",
                                row -> row.text("release"),
                                Column.text(releases, FundsReleased::release)));
        List<FundsReleased> fresh =
                releases.stream().filter(release -> known.add(release.release())).toList();
        OffsetDateTime now = clock.now();
        FundsBook book = ledger.lock(fresh.stream().map(FundsReleased::account).toList());
        List<FundsReturned> returned = new ArrayList<>();
        for (FundsReleased release : fresh) {
            book.post(
                            Posting.move(
                                    new Posting.Cause(
                                            PostingReason.RELEASE,
                                            release.release(),
                                            "trading",
                                            now),
                                    new Place.Held(release.account(), Bucket.IN_TRADING),
                                    new Place.Held(release.account(), Bucket.AVAILABLE),
                                    release.amount()))
                    .ifPresent(shortage -> {
                        throw new IllegalStateException(
                                "released more than is in trading: " + shortage);
                    });
            returned.add(
                    new FundsReturned(
                            release.release(),
                            release.account(),
                            release.amount(),
                            release.market(),
                            now));
        }
        ledger.write(book);
        store(returned);
        outbox.publish(returned);
    }

    private void store(List<FundsReturned> returned) {
        database.update(
                """
                insert into trading_return (release, account, fen, market, returned_at)
                select * from unnest(?, ?, ?, ?, ?)\
                """,
                Column.text(returned, FundsReturned::release),
                Column.text(returned, each -> each.account().value()),
                Column.bigint(returned, each -> each.amount().fen()),
                Column.text(returned, each -> each.market().name()),
                Column.time(returned, FundsReturned::at));
    }

    /** The account's entrustments, newest first. */
    List<Entrustment> page(AccountId account, @Nullable Long before, int limit) {
        return database.query(
                """
                select * from entrustment where account = ? and posting < ?
                order by posting desc limit ?\
                """,
                row ->
                        new Entrustment(
                                row.text("entrustment"),
                                row.number("posting"),
                                account,
                                Market.valueOf(row.text("market")),
                                Money.ofFen(row.number("fen")),
                                row.time("entrusted_at")),
                account.value(),
                before == null ? Long.MAX_VALUE : before,
                limit);
    }
}

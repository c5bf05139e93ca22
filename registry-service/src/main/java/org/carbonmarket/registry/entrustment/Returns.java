package org.carbonmarket.registry.entrustment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesReturned;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.registry.holdings.Bucket;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.carbonmarket.registry.holdings.Place;
import org.carbonmarket.registry.holdings.Posting;
import org.carbonmarket.registry.holdings.PostingReason;
import org.carbonmarket.registry.holdings.ledger.Ledger;

/**
 * Moves what a market let go of back to {@code available}, once per release.
 *
 * <p>A market releases bought allowances as soon as they are settled, and its release may be read
 * here before the delivery that brings them. Such a release waits and is done with that delivery.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Returns {

    private final Ledger ledger;
    private final Database database;
    private final Outbox outbox;
    private final BusinessClock clock;

    Returns(Ledger ledger, Database database, Outbox outbox, BusinessClock clock) {
        this.ledger = ledger;
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A release as it is stored. */
    private record Release(
            String release,
            AccountId account,
            ProductCode product,
            Tonnes tonnes,
            Market market,
            String state,
            OffsetDateTime at) {

        static Release waiting(AllowancesReleased event) {
            return new Release(
                    event.release(),
                    event.account(),
                    event.product(),
                    event.tonnes(),
                    event.market(),
                    "WAITING",
                    event.at());
        }

        Release returned() {
            return new Release(release, account, product, tonnes, market, "RETURNED", at);
        }

        Holding holding() {
            return new Holding(account, product);
        }

        AllowancesReturned event(OffsetDateTime now) {
            return new AllowancesReturned(release, account, product, tonnes, market, now);
        }
    }

    /** Takes new releases, in order; one known already changes nothing. */
    void receive(List<AllowancesReleased> events) {
        Set<String> known =
                new HashSet<>(
                        database.query(
                                "select release from trading_return where release = any (?)",
                                row -> row.text("release"),
                                Column.text(events, AllowancesReleased::release)));
        List<Release> fresh =
                events.stream()
                        .filter(event -> known.add(event.release()))
                        .map(Release::waiting)
                        .toList();
        OffsetDateTime now = clock.now();
        HoldingsBook book = ledger.lock(fresh.stream().map(Release::holding).toList());
        List<Release> taken = new ArrayList<>();
        List<AllowancesReturned> done = new ArrayList<>();
        for (Release release : fresh) {
            if (book.post(posting(release, now)).isEmpty()) {
                taken.add(release.returned());
                done.add(release.event(now));
            } else {
                taken.add(release);
            }
        }
        ledger.write(book);
        store(taken);
        outbox.publish(done);
    }

    /**
     * Makes the returns that waited for these holdings and fit now.
     *
     * @param book open on the holdings; the caller writes it
     * @return what the caller publishes
     */
    public List<AllowancesReturned> resume(HoldingsBook book, Collection<Holding> holdings) {
        OffsetDateTime now = clock.now();
        List<Release> done =
                waitingFor(holdings).stream()
                        .filter(release -> book.post(posting(release, now)).isEmpty())
                        .toList();
        if (!done.isEmpty()) {
            database.update(
                    "update trading_return set state = 'RETURNED' where release = any (?)",
                    Column.text(done, Release::release));
        }
        return done.stream().map(release -> release.event(now)).toList();
    }

    private List<Release> waitingFor(Collection<Holding> holdings) {
        return database.query(
                """
                select waiting.* from trading_return waiting
                join unnest(?, ?) as asked (account, product) using (account, product)
                where waiting.state = 'WAITING'
                order by waiting.released_at, waiting.release\
                """,
                Returns::release,
                Column.text(holdings, holding -> holding.account().value()),
                Column.text(holdings, holding -> holding.product().value()));
    }

    private static Release release(Row row) throws SQLException {
        return new Release(
                row.text("release"),
                AccountId.of(row.text("account")),
                ProductCode.of(row.text("product")),
                Tonnes.of(row.number("tonnes")),
                Market.valueOf(row.text("market")),
                row.text("state"),
                row.time("released_at"));
    }

    private static Posting posting(Release release, OffsetDateTime now) {
        return Posting.move(
                new Posting.Cause(
                        PostingReason.RETURN_FROM_TRADING, release.release(), "trading", now),
                new Place.Held(release.account(), Bucket.IN_TRADING),
                new Place.Held(release.account(), Bucket.AVAILABLE),
                release.product(),
                release.tonnes());
    }

    private void store(List<Release> releases) {
        database.update(
                """
                insert into trading_return
                    (release, account, product, tonnes, market, state, released_at)
                select * from unnest(?, ?, ?, ?, ?, ?, ?)\
                """,
                Column.text(releases, Release::release),
                Column.text(releases, release -> release.account().value()),
                Column.text(releases, release -> release.product().value()),
                Column.bigint(releases, release -> release.tonnes().value()),
                Column.text(releases, release -> release.market().name()),
                Column.text(releases, Release::state),
                Column.time(releases, Release::at));
    }
}

package org.carbonmarket.registry.entrustment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesFrozen;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesReturned;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.PositionEvent;
import org.carbonmarket.events.trading.PositionEvent.AllowancesRecalled;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.ledger.SealedPosting;
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
import org.jspecify.annotations.Nullable;

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
    private final RecalledAllowances recalled;
    private final Outbox outbox;
    private final BusinessClock clock;

    Returns(
            Ledger ledger,
            Database database,
            RecalledAllowances recalled,
            Outbox outbox,
            BusinessClock clock) {
        this.ledger = ledger;
        this.database = database;
        this.recalled = recalled;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A release as it is stored.
     *
     * @param recall the recall it answers, absent when the holder asked for it
     */
    private record Release(
            String release,
            AccountId account,
            ProductCode product,
            Tonnes tonnes,
            Market market,
            @Nullable String recall,
            String state,
            OffsetDateTime at) {

        Release returned() {
            return new Release(release, account, product, tonnes, market, recall, "RETURNED", at);
        }

        Holding holding() {
            return new Holding(account, product);
        }

        AllowancesReturned event(OffsetDateTime now) {
            return new AllowancesReturned(release, account, product, tonnes, market, now);
        }

        AllowancesFrozen frozen(long posting, OffsetDateTime now) {
            return new AllowancesFrozen(posting, account, product, tonnes, "RECALL", release, now);
        }
    }

    /**
     * A return that was posted, and is told when the posting has its number.
     *
     * @param index of its posting in the book
     */
    public record Done(Release release, Bucket into, int index) {

        private void addTo(
                List<PublishedEvent> events,
                List<SealedPosting<Posting>> sealed,
                OffsetDateTime now) {
            events.add(release.event(now));
            if (into == Bucket.FROZEN) {
                events.add(release.frozen(sealed.get(index).number(), now));
            }
        }
    }

    /** Takes new releases, in order; one known already changes nothing. */
    void receive(List<PositionEvent> events) {
        List<Release> releases = events.stream().flatMap(Returns::release).toList();
        if (releases.isEmpty()) {
            return;
        }
        Set<String> known =
                new HashSet<>(
                        database.query(
                                "select release from trading_return where release = any (?)",
                                row -> row.text("release"),
                                Column.text(releases, Release::release)));
        List<Release> fresh =
                releases.stream().filter(release -> known.add(release.release())).toList();
        OffsetDateTime now = clock.now();
        HoldingsBook book = ledger.lock(fresh.stream().map(Release::holding).toList());
        List<Release> taken = new ArrayList<>();
        List<Done> done = new ArrayList<>();
        for (Release release : fresh) {
            Optional<Done> posted = post(book, release, now);
            taken.add(posted.isPresent() ? release.returned() : release);
            posted.ifPresent(done::add);
        }
        List<SealedPosting<Posting>> sealed = ledger.write(book);
        store(taken);
        outbox.publish(events(done, sealed));
    }

    private static Stream<Release> release(PositionEvent event) {
        return switch (event) {
            case AllowancesReleased released ->
                    Stream.of(
                            new Release(
                                    released.release(),
                                    released.account(),
                                    released.product(),
                                    released.tonnes(),
                                    released.market(),
                                    null,
                                    "WAITING",
                                    released.at()));
            case AllowancesRecalled back ->
                    Stream.of(
                            new Release(
                                    back.release(),
                                    back.account(),
                                    back.product(),
                                    back.tonnes(),
                                    back.market(),
                                    back.recall(),
                                    "WAITING",
                                    back.at()));
            case PositionEvent.AllowancesCredited _,
                    PositionEvent.FundsCredited _,
                    PositionEvent.FundsRecalled _,
                    PositionEvent.FundsReleased _,
                    PositionEvent.ReleaseRejected _,
                    PositionEvent.PositionStated _ ->
                    Stream.empty();
        };
    }

    /** Posts a return when what it brings is there. */
    private Optional<Done> post(HoldingsBook book, Release release, OffsetDateTime now) {
        String recall = release.recall();
        Bucket into = recall == null ? Bucket.AVAILABLE : recalled.destinationOf(recall);
        int index = book.postings().size();
        if (book.post(posting(release, into, now)).isPresent()) {
            return Optional.empty();
        }
        if (recall != null && into == Bucket.FROZEN) {
            recalled.arrived(recall, release.tonnes());
        }
        return Optional.of(new Done(release, into, index));
    }

    /**
     * Makes the returns that waited for these holdings and fit now.
     *
     * @param book open on the holdings; the caller writes it and publishes {@link #events}
     */
    public List<Done> resume(HoldingsBook book, Collection<Holding> holdings) {
        OffsetDateTime now = clock.now();
        List<Done> done =
                waitingFor(holdings).stream()
                        .flatMap(release -> post(book, release, now).stream())
                        .toList();
        if (!done.isEmpty()) {
            database.update(
                    "update trading_return set state = 'RETURNED' where release = any (?)",
                    Column.text(done, each -> each.release().release()));
        }
        return done;
    }

    /**
     * What is published of returns.
     *
     * @param sealed the book's postings as they were written
     */
    public List<PublishedEvent> events(List<Done> done, List<SealedPosting<Posting>> sealed) {
        OffsetDateTime now = clock.now();
        List<PublishedEvent> events = new ArrayList<>();
        done.forEach(each -> each.addTo(events, sealed, now));
        return events;
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
                row.textOrNull("recall"),
                row.text("state"),
                row.time("released_at"));
    }

    private static Posting posting(Release release, Bucket into, OffsetDateTime now) {
        return Posting.move(
                new Posting.Cause(
                        PostingReason.RETURN_FROM_TRADING, release.release(), "trading", now),
                new Place.Held(release.account(), Bucket.IN_TRADING),
                new Place.Held(release.account(), into),
                release.product(),
                release.tonnes());
    }

    private void store(List<Release> releases) {
        database.update(
                """
                insert into trading_return
                    (release, account, product, tonnes, market, recall, state, released_at)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                Column.text(releases, Release::release),
                Column.text(releases, release -> release.account().value()),
                Column.text(releases, release -> release.product().value()),
                Column.bigint(releases, release -> release.tonnes().value()),
                Column.text(releases, release -> release.market().name()),
                Column.text(releases, Release::recall),
                Column.text(releases, Release::state),
                Column.time(releases, Release::at));
    }
}

package org.carbonmarket.registry.cancellations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesCancelled;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.registry.accounts.Accounts;
import org.carbonmarket.registry.approval.SecondPerson;
import org.carbonmarket.registry.holdings.Bucket;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.carbonmarket.registry.holdings.Place;
import org.carbonmarket.registry.holdings.Posting;
import org.carbonmarket.registry.holdings.PostingReason;
import org.carbonmarket.registry.holdings.ledger.HoldingShort;
import org.carbonmarket.registry.holdings.ledger.Ledger;
import org.carbonmarket.registry.products.Product;
import org.carbonmarket.registry.products.Products;
import org.jspecify.annotations.Nullable;

/** Cancels of free will, by two persons. Credits are retired instead, which names their serials. */
@ApplicationScoped
@Transactional
class Cancellations {

    private static final int PROPOSAL_DAYS = 2;

    private final Accounts accounts;
    private final Products products;
    private final Database database;
    private final Ledger ledger;
    private final Outbox outbox;
    private final BusinessClock clock;

    Cancellations(
            Accounts accounts,
            Products products,
            Database database,
            Ledger ledger,
            Outbox outbox,
            BusinessClock clock) {
        this.accounts = accounts;
        this.products = products;
        this.database = database;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    Cancellation propose(AccountId account, ProposeCancellation asked, String actor) {
        accounts.requireActive(account);
        requireAllowance(asked.product());
        String number =
                database.find(
                                "select 'CL-' || nextval('cancellation_number') as number",
                                row -> row.text("number"))
                        .orElseThrow();
        OffsetDateTime now = clock.now();
        database.update(
                """
                insert into cancellation
                    (cancellation, number, account, product, tonnes, beneficiary, reason, state,
                     proposed_by, proposed_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?, ?)\
                """,
                number,
                Long.parseLong(number.substring("CL-".length())),
                account.value(),
                asked.product().value(),
                asked.tonnes().value(),
                asked.beneficiary(),
                asked.reason(),
                actor,
                now,
                now.plusDays(PROPOSAL_DAYS));
        return lock(account, number);
    }

    private void requireAllowance(ProductCode code) {
        Product product =
                products.find(code)
                        .orElseThrow(() ->
                                Refusal.unprocessable(
                                        "PRODUCT_UNKNOWN",
                                        "product",
                                        "There is no product " + code + "."));
        if (product.kind() == Product.Kind.CREDIT) {
            throw Refusal.unprocessable(
                    "CREDITS_ARE_RETIRED",
                    "product",
                    "Credits are not cancelled but retired, which names their serials.");
        }
    }

    /** Cancels on a second person's word; what is cancelled stays so. */
    Cancellation approve(AccountId account, String number, String actor) {
        accounts.requireActive(account);
        Cancellation proposed = lock(account, number);
        if (proposed.state() == Cancellation.State.CANCELLED) {
            return proposed;
        }
        SecondPerson.require(proposed.proposedBy(), actor, "A cancellation");
        OffsetDateTime now = clock.now();
        if (now.isAfter(proposed.expiresAt())) {
            throw Refusal.conflict(
                    "PROPOSAL_EXPIRED", "The proposal waited too long for a second person.");
        }
        long posting = post(proposed, actor, now);
        database.update(
                """
                update cancellation
                set state = 'CANCELLED', approved_by = ?, cancelled_at = ?, posting = ?
                where cancellation = ?\
                """,
                actor,
                now,
                posting,
                number);
        outbox.publish(
                new AllowancesCancelled(
                        posting,
                        account,
                        proposed.product(),
                        proposed.tonnes(),
                        proposed.beneficiary(),
                        proposed.reason(),
                        now));
        return lock(account, number);
    }

    private long post(Cancellation proposed, String actor, OffsetDateTime now) {
        HoldingsBook book =
                ledger.lock(List.of(new Holding(proposed.account(), proposed.product())));
        book.post(
                        Posting.move(
                                new Posting.Cause(
                                        PostingReason.VOLUNTARY_CANCELLATION,
                                        proposed.cancellation(),
                                        actor,
                                        now),
                                new Place.Held(proposed.account(), Bucket.AVAILABLE),
                                Place.SystemAccount.CANCELLED,
                                proposed.product(),
                                proposed.tonnes()))
                .ifPresent(shortage -> {
                    throw HoldingShort.refusal(shortage);
                });
        return ledger.write(book).getFirst().number();
    }

    private Cancellation lock(AccountId account, String number) {
        return database.find(
                        """
                        select * from cancellation where cancellation = ? and account = ?
                        for update\
                        """,
                        Cancellations::cancellation,
                        number,
                        account.value())
                .orElseThrow(() ->
                        Refusal.notFound(
                                "CANCELLATION_UNKNOWN",
                                "Account " + account + " has no cancellation " + number + "."));
    }

    /** Newest first. */
    List<Cancellation> page(AccountId account, @Nullable Long before, int limit) {
        return database.query(
                """
                select * from cancellation where account = ? and number < ?
                order by number desc limit ?\
                """,
                Cancellations::cancellation,
                account.value(),
                before == null ? Long.MAX_VALUE : before,
                limit);
    }

    private static Cancellation cancellation(Row row) throws SQLException {
        boolean done = row.textOrNull("posting") != null;
        return new Cancellation(
                row.text("cancellation"),
                AccountId.of(row.text("account")),
                ProductCode.of(row.text("product")),
                Tonnes.of(row.number("tonnes")),
                row.text("beneficiary"),
                row.text("reason"),
                Cancellation.State.valueOf(row.text("state")),
                row.text("proposed_by"),
                row.time("proposed_at"),
                row.time("expires_at"),
                row.textOrNull("approved_by"),
                done ? row.time("cancelled_at") : null,
                done ? row.number("posting") : null);
    }
}

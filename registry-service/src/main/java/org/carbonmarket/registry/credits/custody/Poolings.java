package org.carbonmarket.registry.credits.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.registry.CreditEvent.CreditsPooled;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesIssued;
import org.carbonmarket.registry.accounts.Accounts;
import org.carbonmarket.registry.credits.serial.CreditBlock;
import org.carbonmarket.registry.credits.serial.SerialBook;
import org.carbonmarket.registry.credits.serial.Standing;
import org.carbonmarket.registry.holdings.Bucket;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.carbonmarket.registry.holdings.Place;
import org.carbonmarket.registry.holdings.Posting;
import org.carbonmarket.registry.holdings.PostingReason;
import org.carbonmarket.registry.holdings.ledger.HoldingShort;
import org.carbonmarket.registry.holdings.ledger.Ledger;
import org.carbonmarket.registry.products.CreditProduct;
import org.carbonmarket.registry.products.Product;
import org.carbonmarket.registry.products.Products;

/** Makes fungible units of credits: what a market trades is no longer this or that project's. */
@ApplicationScoped
@Transactional
class Poolings {

    /** Years a credit may be of; the fungible product is of all of them. */
    private static final int FIRST_VINTAGE = 2012;

    private static final int LAST_VINTAGE = 2100;

    private final Accounts accounts;
    private final Products products;
    private final Serials serials;
    private final Ledger ledger;
    private final Outbox outbox;
    private final BusinessClock clock;

    Poolings(
            Accounts accounts,
            Products products,
            Serials serials,
            Ledger ledger,
            Outbox outbox,
            BusinessClock clock) {
        this.accounts = accounts;
        this.products = products;
        this.serials = serials;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    Pooling pool(AccountId account, PoolCredits asked, String actor) {
        accounts.requireActive(account);
        products.requireKnown(asked.product());
        Serials.Act act = serials.begin();
        products.recordIfAbsent(
                new Product(
                        CreditProduct.FUNGIBLE,
                        Product.Kind.CREDIT,
                        FIRST_VINTAGE,
                        LAST_VINTAGE,
                        null,
                        null),
                actor);
        SerialBook book = serials.heldBy(account, asked.credits());
        List<CreditBlock> moved =
                book.moveFirstIn(
                                _ -> true,
                                asked.tonnes().value(),
                                new Standing.Pooled(),
                                act.number())
                        .orElse(List.of());
        OffsetDateTime now = clock.now();
        long posting = post(account, asked, moved, actor, now);
        if (moved.isEmpty()) {
            throw new IllegalStateException(account + " holds more tonnes than serials");
        }
        serials.store(act, book, posting, now);
        publish(account, asked, moved, posting, now);
        return new Pooling(
                account,
                asked.product(),
                asked.tonnes(),
                moved.stream().map(CreditBlock::serials).toList(),
                posting,
                now);
    }

    /** Refuses when the available bucket is short, which it is whenever serials are. */
    private long post(
            AccountId account,
            PoolCredits asked,
            List<CreditBlock> moved,
            String actor,
            OffsetDateTime now) {
        HoldingsBook holdings =
                ledger.lock(
                        List.of(
                                new Holding(account, asked.product()),
                                new Holding(account, CreditProduct.FUNGIBLE)));
        holdings.post(
                        Posting.convert(
                                new Posting.Cause(
                                        PostingReason.CREDIT_POOLING,
                                        Serials.text(moved),
                                        actor,
                                        now),
                                new Place.Held(account, Bucket.AVAILABLE),
                                Place.SystemAccount.CREDIT_POOL,
                                asked.product(),
                                CreditProduct.FUNGIBLE,
                                asked.tonnes()))
                .ifPresent(shortage -> {
                    throw HoldingShort.refusal(shortage);
                });
        return ledger.write(holdings).getFirst().number();
    }

    private void publish(
            AccountId account,
            PoolCredits asked,
            List<CreditBlock> moved,
            long posting,
            OffsetDateTime now) {
        outbox.publish(
                moved.stream()
                        .map(block ->
                                new CreditsPooled(
                                        block.origin().project(),
                                        block.origin().batch(),
                                        block.origin().vintage(),
                                        account,
                                        block.serials().first(),
                                        block.serials().last(),
                                        now))
                        .toList());
        outbox.publish(
                new AllowancesIssued(
                        posting,
                        account,
                        CreditProduct.FUNGIBLE,
                        asked.tonnes(),
                        PostingReason.CREDIT_POOLING.name(),
                        asked.product().value(),
                        now));
    }
}

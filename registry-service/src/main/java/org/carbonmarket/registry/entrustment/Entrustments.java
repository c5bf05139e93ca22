package org.carbonmarket.registry.entrustment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesEntrusted;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.registry.accounts.Accounts;
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
import org.jspecify.annotations.Nullable;

/** Moves allowances into trading: {@code available} to {@code inTrading}, published once. */
@ApplicationScoped
@Transactional
class Entrustments {

    private final Accounts accounts;
    private final Products products;
    private final Ledger ledger;
    private final Database database;
    private final Outbox outbox;
    private final BusinessClock clock;

    Entrustments(
            Accounts accounts,
            Products products,
            Ledger ledger,
            Database database,
            Outbox outbox,
            BusinessClock clock) {
        this.accounts = accounts;
        this.products = products;
        this.ledger = ledger;
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Entrusts, or refuses with the reason.
     *
     * @param actor the acting user
     */
    Entrustment entrust(AccountId account, EntrustAllowances asked, String actor) {
        accounts.requireActive(account);
        requireTradable(asked.product());
        OffsetDateTime now = clock.now();
        HoldingsBook book = ledger.lock(List.of(new Holding(account, asked.product())));
        Posting posting =
                Posting.move(
                        new Posting.Cause(
                                PostingReason.ENTRUSTMENT, asked.market().name(), actor, now),
                        new Place.Held(account, Bucket.AVAILABLE),
                        new Place.Held(account, Bucket.IN_TRADING),
                        asked.product(),
                        asked.tonnes());
        book.post(posting)
                .ifPresent(shortage -> {
                    throw HoldingShort.refusal(shortage);
                });
        long number = ledger.write(book).getFirst().number();
        Entrustment done =
                new Entrustment(
                        "EN-" + number,
                        number,
                        account,
                        asked.market(),
                        asked.product(),
                        asked.tonnes(),
                        now);
        store(done);
        return done;
    }

    private void requireTradable(ProductCode code) {
        Product product =
                products.find(code)
                        .orElseThrow(() ->
                                new Refusal(
                                        422,
                                        "PRODUCT_UNKNOWN",
                                        "product",
                                        "There is no product " + code + "."));
        if (CreditProduct.of(code).isPresent()) {
            throw new Refusal(
                    422,
                    "CREDITS_NOT_POOLED",
                    "product",
                    "Credits trade as " + CreditProduct.FUNGIBLE + ": pool " + code + " first.");
        }
        if (!product.isTradableOn(clock.today())) {
            throw new Refusal(
                    422,
                    "PRODUCT_NOT_TRADABLE",
                    "product",
                    "Product " + code + " is not tradable on " + clock.today() + ".");
        }
    }

    private void store(Entrustment done) {
        database.update(
                """
                insert into entrustment
                    (entrustment, posting, account, product, tonnes, market, entrusted_at)
                values (?, ?, ?, ?, ?, ?, ?)\
                """,
                done.entrustment(),
                done.posting(),
                done.account().value(),
                done.product().value(),
                done.tonnes().value(),
                done.market().name(),
                done.at());
        outbox.publish(
                new AllowancesEntrusted(
                        done.entrustment(),
                        done.account(),
                        done.product(),
                        done.tonnes(),
                        done.market(),
                        done.at()));
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
                                ProductCode.of(row.text("product")),
                                Tonnes.of(row.number("tonnes")),
                                row.time("entrusted_at")),
                account.value(),
                before == null ? Long.MAX_VALUE : before,
                limit);
    }
}

package org.carbonmarket.registry.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.ComplianceEvent.AllowancesSurrendered;
import org.carbonmarket.registry.accounts.Accounts;
import org.carbonmarket.registry.credits.retirement.Purpose;
import org.carbonmarket.registry.credits.retirement.RetireCredits;
import org.carbonmarket.registry.credits.retirement.Retirement;
import org.carbonmarket.registry.credits.retirement.Retirements;
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
import org.carbonmarket.registry.rulesets.SurrenderRules;

/**
 * Surrenders allowances of admitted vintages, and offsets a part of the obligation with credits
 * (Interim Regulations, Article 14). Late surrenders count as long as the shortfall was not taken
 * off a later allocation.
 */
@ApplicationScoped
@Transactional
class Surrenders {

    private final Accounts accounts;
    private final Products products;
    private final Obligations obligations;
    private final YearRules rules;
    private final Retirements retirements;
    private final Ledger ledger;
    private final SurrenderTable table;
    private final Outbox outbox;
    private final BusinessClock clock;

    Surrenders(
            Accounts accounts,
            Products products,
            Obligations obligations,
            YearRules rules,
            Retirements retirements,
            Ledger ledger,
            SurrenderTable table,
            Outbox outbox,
            BusinessClock clock) {
        this.accounts = accounts;
        this.products = products;
        this.obligations = obligations;
        this.rules = rules;
        this.retirements = retirements;
        this.ledger = ledger;
        this.table = table;
        this.outbox = outbox;
        this.clock = clock;
    }

    Surrender surrender(AccountId account, SurrenderAllowances asked, String actor) {
        accounts.requireActive(account);
        Obligation obligation = obligations.lock(account, asked.year());
        if (asked.tonnes().compareTo(obligation.remaining()) > 0) {
            throw new Refusal(
                    409,
                    "OBLIGATION_EXCEEDED",
                    "tonnes",
                    "Of the obligation for %d, %s t are still owed; asked for were %s t."
                            .formatted(asked.year(), obligation.remaining(), asked.tonnes()));
        }
        Product product = find(asked.product());
        return switch (product.kind()) {
            case ALLOWANCE -> {
                requireAdmitted(product, account, asked.year());
                yield allowances(obligation, account, product.product(), asked.tonnes(), actor);
            }
            case CREDIT -> credits(obligation, asked, actor);
        };
    }

    private Product find(ProductCode code) {
        return products.find(code)
                .orElseThrow(() ->
                        Refusal.unprocessable(
                                "PRODUCT_UNKNOWN", "product", "There is no product " + code + "."));
    }

    private void requireAdmitted(Product product, AccountId account, int year) {
        SurrenderRules surrender = rules.of(account, year).surrender();
        if (!surrender.admits(product.vintageFrom(), product.vintageTo())) {
            throw Refusal.unprocessable(
                    "VINTAGE_NOT_ADMITTED",
                    "product",
                    "For %d, vintages %d to %d are admitted; %s is of %d to %d."
                            .formatted(
                                    year,
                                    surrender.vintageFrom(),
                                    surrender.vintageTo(),
                                    product.product(),
                                    product.vintageFrom(),
                                    product.vintageTo()));
        }
    }

    /**
     * Takes allowances out of a holder's {@code available}.
     *
     * @param holder the obliged account, or the provincial account that keeps its allowances
     */
    Surrender allowances(
            Obligation obligation,
            AccountId holder,
            ProductCode product,
            Tonnes tonnes,
            String actor) {
        OffsetDateTime now = clock.now();
        HoldingsBook book = ledger.lock(List.of(new Holding(holder, product)));
        book.post(
                        Posting.move(
                                new Posting.Cause(
                                        PostingReason.SURRENDER,
                                        "%s for %d"
                                                .formatted(obligation.account(), obligation.year()),
                                        actor,
                                        now),
                                new Place.Held(holder, Bucket.AVAILABLE),
                                Place.SystemAccount.SURRENDERED,
                                product,
                                tonnes))
                .ifPresent(shortage -> {
                    throw HoldingShort.refusal(shortage);
                });
        long posting = ledger.write(book).getFirst().number();
        Obligation met = obligation.surrendered(tonnes, now);
        Surrender done =
                new Surrender(
                        posting,
                        met.account(),
                        met.year(),
                        product,
                        tonnes,
                        null,
                        met.state(),
                        met.remaining(),
                        now);
        conclude(met, done, holder, actor);
        return done;
    }

    private Surrender credits(Obligation obligation, SurrenderAllowances asked, String actor) {
        Tonnes most =
                rules.of(obligation.account(), obligation.year())
                        .surrender()
                        .mostCredits(obligation.obligation());
        if (obligation.offset().plus(asked.tonnes()).compareTo(most) > 0) {
            throw new Refusal(
                    409,
                    "OFFSET_LIMIT",
                    "tonnes",
                    "Credits may meet %s t of the obligation; %s t are used already."
                            .formatted(most, obligation.offset()));
        }
        Retirement retirement =
                retirements.retire(
                        obligation.account(),
                        new RetireCredits(
                                asked.product(),
                                asked.tonnes(),
                                null,
                                obligation.account().value(),
                                "Obligation for " + obligation.year()),
                        Purpose.OFFSET,
                        actor);
        Obligation met = obligation.offset(asked.tonnes(), retirement.at());
        Surrender done =
                new Surrender(
                        retirement.posting(),
                        met.account(),
                        met.year(),
                        asked.product(),
                        asked.tonnes(),
                        retirement.retirement(),
                        met.state(),
                        met.remaining(),
                        retirement.at());
        conclude(met, done, met.account(), actor);
        return done;
    }

    private void conclude(Obligation met, Surrender done, AccountId holder, String actor) {
        obligations.store(met);
        table.insert(done, holder, actor);
        outbox.publish(
                new AllowancesSurrendered(
                        done.posting(),
                        holder,
                        done.year(),
                        done.product(),
                        done.tonnes(),
                        done.at()));
    }
}

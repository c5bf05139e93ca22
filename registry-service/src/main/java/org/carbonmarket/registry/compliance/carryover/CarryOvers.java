package org.carbonmarket.registry.compliance.carryover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.registry.ComplianceEvent.AllowancesCarriedOver;
import org.carbonmarket.registry.accounts.Accounts;
import org.carbonmarket.registry.approval.SecondPerson;
import org.carbonmarket.registry.compliance.YearRules;
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
import org.carbonmarket.registry.rulesets.RuleSet;

/** Carries old vintages over: several applications up to T, each locked when it is filed. */
@ApplicationScoped
@Transactional
class CarryOvers {

    private final Accounts accounts;
    private final Products products;
    private final YearRules rules;
    private final CarryOverTable table;
    private final Ledger ledger;
    private final Outbox outbox;
    private final BusinessClock clock;

    CarryOvers(
            Accounts accounts,
            Products products,
            YearRules rules,
            CarryOverTable table,
            Ledger ledger,
            Outbox outbox,
            BusinessClock clock) {
        this.accounts = accounts;
        this.products = products;
        this.rules = rules;
        this.table = table;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    CarryOverLimit limitOf(AccountId account, int year) {
        return table.limitOf(account, requireCarrying(account, year), year);
    }

    private RuleSet requireCarrying(AccountId account, int year) {
        RuleSet plan = rules.of(account, year);
        if (plan.carryOver() == null) {
            throw Refusal.conflict(
                    "NO_CARRY_OVER", "The plan for " + year + " carries nothing over.");
        }
        return plan;
    }

    CarryOverApplication file(AccountId account, FileCarryOver asked, String actor) {
        accounts.requireActive(account);
        RuleSet plan = requireCarrying(account, asked.year());
        requireEligible(plan, asked.product());
        OffsetDateTime now = clock.now();
        table.queue(account);
        HoldingsBook book = ledger.lock(List.of(new Holding(account, asked.product())));
        CarryOverLimit limit = table.limitOf(account, plan, asked.year());
        if (asked.tonnes().compareTo(limit.left()) > 0) {
            throw new Refusal(
                    409,
                    "CARRY_OVER_LIMIT",
                    "tonnes",
                    "The account may carry over %s t, of which %s t are applied for already."
                            .formatted(limit.most(), limit.filed()));
        }
        CarryOverApplication filed =
                new CarryOverApplication(
                        table.nextNumber(),
                        account,
                        asked.year(),
                        asked.product(),
                        plan.product(),
                        asked.tonnes(),
                        CarryOverApplication.State.FILED,
                        actor,
                        now,
                        null,
                        null,
                        null);
        post(
                book,
                Posting.move(
                        new Posting.Cause(
                                PostingReason.CARRY_OVER_LOCK, filed.carryOver(), actor, now),
                        new Place.Held(account, Bucket.AVAILABLE),
                        new Place.Held(account, Bucket.FROZEN),
                        asked.product(),
                        asked.tonnes()));
        table.insert(filed);
        return filed;
    }

    private void requireEligible(RuleSet plan, ProductCode code) {
        Product product =
                products.find(code)
                        .orElseThrow(() ->
                                Refusal.unprocessable(
                                        "PRODUCT_UNKNOWN",
                                        "product",
                                        "There is no product " + code + "."));
        var carrying = plan.carryOver();
        boolean old =
                carrying != null
                        && product.kind() == Product.Kind.ALLOWANCE
                        && product.vintageFrom() >= carrying.vintageFrom()
                        && product.vintageTo() <= carrying.vintageTo();
        if (!old || products.find(plan.product()).isEmpty()) {
            throw Refusal.unprocessable(
                    "VINTAGE_NOT_CARRIED",
                    "product",
                    "Product " + code + " is not carried over into " + plan.product() + ".");
        }
        if (carrying == null || !clock.today().isAfter(carrying.heldAt())) {
            throw Refusal.conflict(
                    "CARRY_OVER_NOT_OPEN", "Applications open when the plan's day is over.");
        }
    }

    /** Carries over or refuses; the same decision again changes nothing. */
    CarryOverApplication decide(String number, CarryOverApplication.State decision, String actor) {
        CarryOverApplication filed =
                table.lock(number)
                        .orElseThrow(() ->
                                Refusal.notFound(
                                        "CARRY_OVER_UNKNOWN",
                                        "There is no carry-over " + number + "."));
        if (filed.state() == decision) {
            return filed;
        }
        if (filed.state() != CarryOverApplication.State.FILED) {
            throw Refusal.conflict(
                    "CARRY_OVER_DECIDED", "Carry-over " + number + " is " + filed.state() + ".");
        }
        SecondPerson.require(filed.filedBy(), actor, "A carry-over");
        return decision == CarryOverApplication.State.CARRIED
                ? carry(filed, actor)
                : refuse(filed, actor);
    }

    private CarryOverApplication carry(CarryOverApplication filed, String actor) {
        OffsetDateTime now = clock.now();
        HoldingsBook book =
                ledger.lock(
                        List.of(
                                new Holding(filed.account(), filed.product()),
                                new Holding(filed.account(), filed.into())));
        long posting =
                post(
                        book,
                        Posting.convert(
                                new Posting.Cause(
                                        PostingReason.CARRY_OVER, filed.carryOver(), actor, now),
                                new Place.Held(filed.account(), Bucket.FROZEN),
                                Place.SystemAccount.CARRY_OVER,
                                filed.product(),
                                filed.into(),
                                filed.tonnes()));
        CarryOverApplication carried =
                filed.decided(CarryOverApplication.State.CARRIED, actor, now, posting);
        table.decide(carried);
        outbox.publish(
                new AllowancesCarriedOver(
                        posting,
                        filed.account(),
                        filed.year(),
                        filed.product(),
                        filed.into(),
                        filed.tonnes(),
                        now));
        return carried;
    }

    private CarryOverApplication refuse(CarryOverApplication filed, String actor) {
        OffsetDateTime now = clock.now();
        HoldingsBook book = ledger.lock(List.of(new Holding(filed.account(), filed.product())));
        post(
                book,
                Posting.move(
                        new Posting.Cause(
                                PostingReason.CARRY_OVER_REFUSED, filed.carryOver(), actor, now),
                        new Place.Held(filed.account(), Bucket.FROZEN),
                        new Place.Held(filed.account(), Bucket.AVAILABLE),
                        filed.product(),
                        filed.tonnes()));
        CarryOverApplication refused =
                filed.decided(CarryOverApplication.State.REFUSED, actor, now, null);
        table.decide(refused);
        return refused;
    }

    private long post(HoldingsBook book, Posting posting) {
        book.post(posting)
                .ifPresent(shortage -> {
                    throw HoldingShort.refusal(shortage);
                });
        return ledger.write(book).getFirst().number();
    }
}

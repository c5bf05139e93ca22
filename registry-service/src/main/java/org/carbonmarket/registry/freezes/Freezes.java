package org.carbonmarket.registry.freezes;

import static org.carbonmarket.edge.request.Fields.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesFrozen;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesRecallRequested;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesUnfrozen;
import org.carbonmarket.registry.accounts.Accounts;
import org.carbonmarket.registry.approval.SecondPerson;
import org.carbonmarket.registry.entrustment.RecalledAllowances;
import org.carbonmarket.registry.holdings.Bucket;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.carbonmarket.registry.holdings.Place;
import org.carbonmarket.registry.holdings.Posting;
import org.carbonmarket.registry.holdings.PostingReason;
import org.carbonmarket.registry.holdings.ledger.Ledger;
import org.carbonmarket.registry.products.Products;

/**
 * Freezes and unfreezes, each by two persons. What the account has available is frozen at once;
 * what is in trading is called back, and is frozen as the market lets go of it.
 */
@ApplicationScoped
@Transactional
class Freezes implements RecalledAllowances {

    private static final int LONGEST_DOCUMENT = 200;

    /** Proposals older than this are no longer approved (architecture: transfers). */
    private static final int PROPOSAL_DAYS = 2;

    private final Accounts accounts;
    private final Products products;
    private final FreezeTable table;
    private final Ledger ledger;
    private final Outbox outbox;
    private final BusinessClock clock;

    Freezes(
            Accounts accounts,
            Products products,
            FreezeTable table,
            Ledger ledger,
            Outbox outbox,
            BusinessClock clock) {
        this.accounts = accounts;
        this.products = products;
        this.table = table;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    Freeze propose(ProposeFreeze asked, String actor) {
        accounts.requireKnown(asked.account());
        products.requireKnown(asked.product());
        Freeze proposed =
                new Freeze(
                        table.nextNumber(),
                        asked.account(),
                        asked.product(),
                        asked.recalledFrom(),
                        asked.tonnes(),
                        Tonnes.ZERO,
                        asked.reason(),
                        asked.document(),
                        Freeze.State.PROPOSED,
                        actor,
                        clock.now(),
                        null,
                        null,
                        null,
                        null,
                        null);
        table.insert(proposed);
        return proposed;
    }

    Freeze find(String number) {
        return table.find(number).orElseThrow(() -> unknown(number));
    }

    /** Puts a freeze in force; one that is in force stays so. */
    Freeze approve(String number, String actor) {
        Freeze proposed = find(number);
        Holding holding = new Holding(proposed.account(), proposed.product());
        HoldingsBook book = ledger.lock(List.of(holding));
        Freeze freeze = table.lock(number).orElseThrow();
        if (freeze.state() != Freeze.State.PROPOSED) {
            return freeze;
        }
        SecondPerson.require(freeze.proposedBy(), actor, "A freeze");
        OffsetDateTime now = clock.now();
        if (now.isAfter(freeze.proposedAt().plusDays(PROPOSAL_DAYS))) {
            throw Refusal.conflict(
                    "PROPOSAL_EXPIRED", "The proposal is older than 2 days; make a new one.");
        }
        Tonnes frozen = Tonnes.of(Math.min(freeze.tonnes().value(), available(book, holding)));
        table.enforce(freeze, frozen, actor, now);
        if (!frozen.isZero()) {
            freeze(book, freeze, frozen, actor, now);
        }
        recall(freeze, freeze.tonnes().minus(frozen), now);
        return find(number);
    }

    private static long available(HoldingsBook book, Holding holding) {
        return book.balance(holding).available();
    }

    private void freeze(
            HoldingsBook book, Freeze freeze, Tonnes tonnes, String actor, OffsetDateTime now) {
        book.post(
                move(freeze, PostingReason.FREEZE, Bucket.AVAILABLE, Bucket.FROZEN, tonnes, actor));
        outbox.publish(
                new AllowancesFrozen(
                        ledger.write(book).getFirst().number(),
                        freeze.account(),
                        freeze.product(),
                        tonnes,
                        freeze.reason(),
                        freeze.document(),
                        now));
    }

    /** The market answers with one or more releases, also of what it will only hold later. */
    private void recall(Freeze freeze, Tonnes rest, OffsetDateTime now) {
        if (!rest.isZero()) {
            outbox.publish(
                    new AllowancesRecallRequested(
                            freeze.recall(),
                            freeze.account(),
                            freeze.product(),
                            rest,
                            freeze.market(),
                            freeze.reason(),
                            now));
        }
    }

    Freeze proposeLift(String number, LiftFreeze asked, String actor) {
        String document = text("document", asked.document(), LONGEST_DOCUMENT);
        Freeze freeze = table.lock(number).orElseThrow(() -> unknown(number));
        if (freeze.state() != Freeze.State.IN_FORCE) {
            throw state(freeze);
        }
        table.proposeLift(freeze, document, actor, clock.now());
        return find(number);
    }

    /** Ends a freeze; one that is over stays so. */
    Freeze lift(String number, String actor) {
        Freeze known = find(number);
        Holding holding = new Holding(known.account(), known.product());
        HoldingsBook book = ledger.lock(List.of(holding));
        Freeze freeze = table.lock(number).orElseThrow();
        if (freeze.state() == Freeze.State.LIFTED) {
            return freeze;
        }
        String liftProposedBy = freeze.liftProposedBy();
        if (freeze.state() != Freeze.State.LIFT_PROPOSED || liftProposedBy == null) {
            throw state(freeze);
        }
        SecondPerson.require(liftProposedBy, actor, "The end of a freeze");
        OffsetDateTime now = clock.now();
        table.lift(freeze, actor, now);
        if (!freeze.frozen().isZero()) {
            unfreeze(book, freeze, actor, now);
        }
        return find(number);
    }

    private void unfreeze(HoldingsBook book, Freeze freeze, String actor, OffsetDateTime now) {
        book.post(
                        move(
                                freeze,
                                PostingReason.UNFREEZE,
                                Bucket.FROZEN,
                                Bucket.AVAILABLE,
                                freeze.frozen(),
                                actor))
                .ifPresent(shortage -> {
                    throw new IllegalStateException(freeze.freeze() + " holds less: " + shortage);
                });
        outbox.publish(
                new AllowancesUnfrozen(
                        ledger.write(book).getFirst().number(),
                        freeze.account(),
                        freeze.product(),
                        freeze.frozen(),
                        freeze.reason(),
                        freeze.document(),
                        now));
    }

    private Posting move(
            Freeze freeze,
            PostingReason reason,
            Bucket from,
            Bucket to,
            Tonnes tonnes,
            String actor) {
        return Posting.move(
                new Posting.Cause(
                        reason, freeze.freeze() + "; " + freeze.document(), actor, clock.now()),
                new Place.Held(freeze.account(), from),
                new Place.Held(freeze.account(), to),
                freeze.product(),
                tonnes);
    }

    /** What comes back of a freeze that is over is the holder's again. */
    @Override
    public Bucket destinationOf(String recall) {
        return table.lock(recall).filter(Freeze::holdsBack).isPresent()
                ? Bucket.FROZEN
                : Bucket.AVAILABLE;
    }

    @Override
    public void arrived(String recall, Tonnes tonnes) {
        table.add(recall, tonnes);
    }

    private static Refusal state(Freeze freeze) {
        return Refusal.conflict(
                "FREEZE_STATE", "Freeze " + freeze.freeze() + " is " + freeze.state() + ".");
    }

    private static Refusal unknown(String number) {
        return Refusal.notFound("FREEZE_UNKNOWN", "There is no freeze " + number + ".");
    }
}

package org.carbonmarket.registry.determination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.HoldingEvent;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesIssued;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesTakenBack;
import org.carbonmarket.ledger.SealedPosting;
import org.carbonmarket.registry.determination.Determination.State;
import org.carbonmarket.registry.determination.EntityTable.Position;
import org.carbonmarket.registry.holdings.Bucket;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.carbonmarket.registry.holdings.Place;
import org.carbonmarket.registry.holdings.Posting;
import org.carbonmarket.registry.holdings.PostingReason;
import org.carbonmarket.registry.holdings.ledger.Ledger;
import org.carbonmarket.registry.province.Keepings;
import org.carbonmarket.registry.province.Keepings.Kept;
import org.carbonmarket.registry.province.ProvincialAccounts;
import org.carbonmarket.registry.province.Route;
import org.carbonmarket.registry.rulesets.book.RuleSets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Posts the next entities of an approved determination, in one transaction: each is moved from what
 * it has of the year's product to what it is due.
 *
 * <p>Locks in this order: the determination, account rows, positions sorted, holdings sorted, the
 * end of the chain.
 */
@ApplicationScoped
class PostingBatch {

    private final DeterminationTable table;
    private final EntityTable entities;
    private final RuleSets ruleSets;
    private final ProvincialAccounts provinces;
    private final Keepings keepings;
    private final Ledger ledger;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final int mostEntities;

    PostingBatch(
            DeterminationTable table,
            EntityTable entities,
            RuleSets ruleSets,
            ProvincialAccounts provinces,
            Keepings keepings,
            Ledger ledger,
            Outbox outbox,
            BusinessClock clock,
            @ConfigProperty(name = "registry.determination.batch", defaultValue = "1000")
                    int mostEntities) {
        this.table = table;
        this.entities = entities;
        this.ruleSets = ruleSets;
        this.provinces = provinces;
        this.keepings = keepings;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
        this.mostEntities = mostEntities;
    }

    /** Posts a batch; false when there was nothing left to post. */
    @Transactional
    boolean next(String number) {
        Determination determination = table.lock(number).orElseThrow();
        if (determination.state() != State.APPROVED) {
            return false;
        }
        List<DeterminedEntity> batch = entities.waiting(number, mostEntities);
        if (batch.isEmpty()) {
            table.markPosted(number, clock.now());
            return false;
        }
        post(determination, batch);
        return true;
    }

    private void post(Determination determination, List<DeterminedEntity> batch) {
        Plan plan =
                new Plan(
                        ruleSets.version(determination.ruleSet(), determination.ruleSetVersion())
                                .orElseThrow()
                                .rules(),
                        determination.year(),
                        determination.stage());
        Set<AccountId> accounts =
                batch.stream()
                        .map(DeterminedEntity::account)
                        .collect(Collectors.toCollection(TreeSet::new));
        Map<AccountId, Route> routes = provinces.routesOf(accounts);
        Map<AccountId, Position> positions = entities.lockPositions(plan, accounts);
        HoldingsBook book = ledger.lock(holdings(plan, routes));
        List<EntityMove> moves = new ArrayList<>();
        for (DeterminedEntity entity : batch) {
            moves.add(move(plan, entity, routes, positions, book));
        }
        OffsetDateTime now = clock.now();
        List<EntityMove> posted = write(determination, plan, moves, book, now);
        entities.markMoved(determination.determination(), posted);
        entities.movePositions(plan, posted.stream().filter(PostingBatch::isDone).toList());
        keepings.keep(kept(plan, posted));
        outbox.publish(events(determination, plan, posted, now));
    }

    private static boolean isDone(EntityMove move) {
        return move.state() == DeterminedEntity.State.POSTED;
    }

    private static List<Holding> holdings(Plan plan, Map<AccountId, Route> routes) {
        List<Holding> holdings = new ArrayList<>();
        routes.forEach((account, route) -> {
            if (!(route instanceof Route.Barred)) {
                holdings.add(new Holding(account, plan.product()));
            }
            if (route instanceof Route.Kept(var provincial)) {
                holdings.add(new Holding(provincial, plan.product()));
            }
        });
        return holdings;
    }

    /** A determination in advance never touches what is determined finally. */
    private static EntityMove move(
            Plan plan,
            DeterminedEntity entity,
            Map<AccountId, Route> routes,
            Map<AccountId, Position> positions,
            HoldingsBook book) {
        AccountId account = entity.account();
        Route route = routes.getOrDefault(account, new Route.Own());
        if (route instanceof Route.Barred barred) {
            return EntityMove.barred(account, barred);
        }
        Position position = positions.getOrDefault(account, Position.NOTHING);
        if (plan.stage() == Stage.PRE_ALLOCATION && position.isFinal()) {
            return EntityMove.barred(
                    account, new Route.Barred("ALREADY_FINAL", "The final allocation was posted."));
        }
        return EntityMove.of(
                account,
                route,
                entity.due().value() - position.tonnes(),
                book.balance(new Holding(account, plan.product())).available());
    }

    private List<EntityMove> write(
            Determination determination,
            Plan plan,
            List<EntityMove> moves,
            HoldingsBook book,
            OffsetDateTime now) {
        for (EntityMove move : moves) {
            if (move.moved() != 0) {
                book.post(posting(determination, plan, move, now))
                        .ifPresent(shortage -> {
                            throw new IllegalStateException("short of " + shortage);
                        });
            }
        }
        List<SealedPosting<Posting>> sealed = ledger.write(book);
        List<EntityMove> posted = new ArrayList<>(moves.size());
        int next = 0;
        for (EntityMove move : moves) {
            posted.add(move.moved() == 0 ? move : move.postedAs(sealed.get(next++).number()));
        }
        return posted;
    }

    private static Posting posting(
            Determination determination, Plan plan, EntityMove move, OffsetDateTime now) {
        Posting.Cause cause =
                new Posting.Cause(
                        reason(plan), determination.document(), approver(determination), now);
        if (move.moved() > 0) {
            return Posting.issue(cause, move.holder(), plan.product(), Tonnes.of(move.moved()));
        }
        return Posting.move(
                cause,
                new Place.Held(move.account(), Bucket.AVAILABLE),
                Place.SystemAccount.ISSUANCE,
                plan.product(),
                Tonnes.of(-move.moved()));
    }

    private static PostingReason reason(Plan plan) {
        return switch (plan.stage()) {
            case PRE_ALLOCATION -> PostingReason.INITIAL_ALLOCATION;
            case FINAL -> PostingReason.ADJUSTMENT;
        };
    }

    private static String approver(Determination determination) {
        String approver = determination.approvedBy();
        if (approver == null) {
            throw new IllegalStateException(determination.determination() + " is not approved");
        }
        return approver;
    }

    private static List<Kept> kept(Plan plan, List<EntityMove> posted) {
        List<Kept> kept = new ArrayList<>();
        for (EntityMove move : posted) {
            if (move.route() instanceof Route.Kept(var provincial) && move.moved() > 0) {
                kept.add(
                        new Kept(
                                move.account(),
                                provincial,
                                plan.product(),
                                Tonnes.of(move.moved()),
                                move.posting()));
            }
        }
        return kept;
    }

    private static List<HoldingEvent> events(
            Determination determination, Plan plan, List<EntityMove> posted, OffsetDateTime now) {
        List<HoldingEvent> events = new ArrayList<>();
        for (EntityMove move : posted) {
            if (move.moved() > 0) {
                events.add(
                        new AllowancesIssued(
                                move.posting(),
                                move.holder(),
                                plan.product(),
                                Tonnes.of(move.moved()),
                                reason(plan).name(),
                                determination.document(),
                                now));
            } else if (move.moved() < 0) {
                events.add(
                        new AllowancesTakenBack(
                                move.posting(),
                                move.account(),
                                plan.product(),
                                Tonnes.of(-move.moved()),
                                reason(plan).name(),
                                determination.document(),
                                now));
            }
        }
        return events;
    }
}

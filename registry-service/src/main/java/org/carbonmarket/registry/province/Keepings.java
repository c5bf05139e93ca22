package org.carbonmarket.registry.province;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesTransferred;
import org.carbonmarket.registry.accounts.Accounts;
import org.carbonmarket.registry.holdings.Bucket;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.carbonmarket.registry.holdings.Place;
import org.carbonmarket.registry.holdings.Posting;
import org.carbonmarket.registry.holdings.PostingReason;
import org.carbonmarket.registry.holdings.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * What provincial accounts keep for entities. A release is proposed by one person and approved by
 * another; what the entity owes is surrendered first, the rest goes to it.
 */
@ApplicationScoped
@Transactional
public class Keepings {

    private final KeepingTable table;
    private final Accounts accounts;
    private final Ledger ledger;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final List<SurrenderFirst> claims;

    Keepings(
            KeepingTable table,
            Accounts accounts,
            Ledger ledger,
            Outbox outbox,
            BusinessClock clock,
            @All List<SurrenderFirst> claims) {
        this.table = table;
        this.accounts = accounts;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
        this.claims = claims;
    }

    /** What a posting put on a provincial account for an entity. */
    public record Kept(
            AccountId entity,
            AccountId provincial,
            ProductCode product,
            Tonnes tonnes,
            long posting) {}

    /** Records what provincial accounts were issued for entities, with the issuing postings. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Collection<Kept> kept) {
        table.insert(kept);
    }

    List<Keeping> page(Keeping.@Nullable State state, @Nullable Long after, int limit) {
        return table.page(state, after, limit);
    }

    Keeping propose(String number, String actor) {
        Keeping keeping = lock(number);
        if (keeping.state() == Keeping.State.KEPT) {
            table.propose(number, actor, clock.now());
        }
        return lock(number);
    }

    /**
     * Releases what is kept; released already, it changes nothing.
     *
     * @throws Refusal 403 for the proposer, 409 when nobody proposed it, the entity is not active,
     *     or the provincial account no longer has it
     */
    Keeping approve(String number, String actor) {
        Keeping keeping = lock(number);
        switch (keeping.state()) {
            case RELEASED -> {
                return keeping;
            }
            case KEPT ->
                    throw Refusal.conflict(
                            "RELEASE_NOT_PROPOSED", "Nobody proposed to release " + number + ".");
            case PROPOSED -> {
                if (actor.equals(keeping.proposedBy())) {
                    throw new Refusal(
                            403,
                            "SAME_PERSON",
                            null,
                            "A release is approved by a person other than its proposer.");
                }
            }
        }
        release(keeping, actor);
        return lock(number);
    }

    private void release(Keeping keeping, String actor) {
        accounts.requireActive(keeping.entity());
        Tonnes rest = keeping.tonnes();
        for (SurrenderFirst claim : claims) {
            rest =
                    rest.minus(
                            claim.surrender(
                                    keeping.entity(),
                                    keeping.provincial(),
                                    keeping.product(),
                                    rest,
                                    actor));
        }
        OffsetDateTime now = clock.now();
        if (!rest.isZero()) {
            move(keeping, rest, actor, now);
        }
        table.release(keeping.keeping(), actor, now, keeping.tonnes().minus(rest), rest);
    }

    private void move(Keeping keeping, Tonnes rest, String actor, OffsetDateTime now) {
        HoldingsBook book =
                ledger.lock(
                        List.of(
                                new Holding(keeping.provincial(), keeping.product()),
                                new Holding(keeping.entity(), keeping.product())));
        book.post(
                        Posting.move(
                                new Posting.Cause(
                                        PostingReason.RELEASE_FROM_PROVINCE,
                                        keeping.keeping(),
                                        actor,
                                        now),
                                new Place.Held(keeping.provincial(), Bucket.AVAILABLE),
                                new Place.Held(keeping.entity(), Bucket.AVAILABLE),
                                keeping.product(),
                                rest))
                .ifPresent(shortage -> {
                    throw Refusal.conflict(
                            "HOLDING_SHORT",
                            "The provincial account has %d t of %s only."
                                    .formatted(shortage.held(), keeping.product()));
                });
        long posting = ledger.write(book).getFirst().number();
        outbox.publish(
                new AllowancesTransferred(
                        posting,
                        keeping.provincial(),
                        keeping.entity(),
                        keeping.product(),
                        rest,
                        PostingReason.RELEASE_FROM_PROVINCE.name(),
                        keeping.keeping(),
                        now));
    }

    private Keeping lock(String number) {
        return table.lock(number)
                .orElseThrow(() ->
                        Refusal.notFound("KEEPING_UNKNOWN", "Nothing is kept as " + number + "."));
    }
}

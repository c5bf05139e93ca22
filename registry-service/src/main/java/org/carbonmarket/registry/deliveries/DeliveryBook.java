package org.carbonmarket.registry.deliveries;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.registry.DeliveryEvent;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryCompleted;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryLocked;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryRejected;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryUndone;
import org.carbonmarket.events.settlement.DeliveryRequestEvent.DeliveryRequested;
import org.carbonmarket.events.settlement.SettlementEvent.SettlementFailed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeReversed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeSettled;
import org.carbonmarket.registry.holdings.Bucket;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.carbonmarket.registry.holdings.Place;
import org.carbonmarket.registry.holdings.Posting;
import org.carbonmarket.registry.holdings.PostingReason;
import org.jspecify.annotations.Nullable;

/**
 * Decides a batch of delivery steps in order, on holdings opened for it. Pure: the same batch on
 * the same holdings gives the same answers.
 *
 * <p>A seller that is short is not turned away while an earlier delivery to it is locked: its
 * market counts those allowances as delivered when settlement says so, and settlement's word about
 * the earlier trade travels on another topic than the request about this one. The request waits and
 * is decided again when the earlier delivery ends. Only earlier trades count, and settlement pays
 * in trade order, so nothing waits in a circle.
 */
final class DeliveryBook {

    private final Map<TradeId, Delivery> deliveries;
    private final Map<TradeId, Delivery> changed = new LinkedHashMap<>();
    private final HoldingsBook holdings;
    private final IncomingDeliveries incoming;
    private final OffsetDateTime now;
    private final List<DeliveryEvent> events = new ArrayList<>();

    /**
     * Opens the book.
     *
     * @param known the deliveries of the batch's trades that exist already
     * @param now business time of the batch
     */
    DeliveryBook(
            Map<TradeId, Delivery> known,
            HoldingsBook holdings,
            IncomingDeliveries incoming,
            OffsetDateTime now) {
        this.deliveries = new HashMap<>(known);
        this.holdings = holdings;
        this.incoming = incoming;
        this.now = now;
    }

    /**
     * Locks the seller's allowances, rejects, or waits. A request for a known trade changes
     * nothing.
     *
     * @param obstacle why the request cannot be taken at all
     */
    void request(DeliveryRequested asked, Optional<String> obstacle) {
        if (deliveries.containsKey(asked.trade())) {
            return;
        }
        Delivery delivery =
                new Delivery(
                        asked.trade(),
                        asked.seller(),
                        asked.buyer(),
                        asked.product(),
                        asked.tonnes(),
                        DeliveryState.WAITING,
                        null);
        if (obstacle.isPresent()) {
            reject(delivery, obstacle.get());
        } else {
            lock(delivery);
        }
    }

    /** Decides a waiting request again. */
    void retry(Delivery waiting) {
        if (deliveries.getOrDefault(waiting.trade(), waiting).state() == DeliveryState.WAITING) {
            lock(waiting);
        }
    }

    private void lock(Delivery delivery) {
        Posting posting =
                posting(
                        delivery,
                        PostingReason.DELIVERY_LOCK,
                        new Place.Held(delivery.seller(), Bucket.IN_TRADING),
                        new Place.Held(delivery.seller(), Bucket.DELIVERING));
        if (holdings.post(posting).isEmpty()) {
            take(delivery.in(DeliveryState.LOCKED));
            events.add(
                    new DeliveryLocked(
                            delivery.trade(),
                            delivery.seller(),
                            delivery.product(),
                            delivery.tonnes(),
                            now));
        } else if (isIncoming(delivery.from(), delivery.trade())) {
            take(delivery.in(DeliveryState.WAITING));
        } else {
            reject(delivery, "HOLDING_SHORT");
        }
    }

    /** What this batch changed counts before what is stored. */
    private boolean isIncoming(Holding receiver, TradeId before) {
        for (Delivery other : deliveries.values()) {
            if (other.state() == DeliveryState.LOCKED
                    && other.to().equals(receiver)
                    && other.trade().market() == before.market()
                    && other.trade().sequence() < before.sequence()) {
                return true;
            }
        }
        return incoming.lockedBefore(before, receiver).stream()
                .anyMatch(trade -> !changed.containsKey(trade));
    }

    private void reject(Delivery delivery, String cause) {
        take(delivery.rejectedFor(cause));
        events.add(new DeliveryRejected(delivery.trade(), cause, now));
    }

    /** Paid: delivers. Told twice, changes nothing. */
    void settle(TradeSettled settled) {
        Delivery delivery = deliveries.get(settled.trade());
        if (delivery == null
                || !delivery.isBetween(settled.seller(), settled.buyer())
                || !delivery.isOf(settled.product(), settled.tonnes())) {
            throw contradiction("settled as " + settled, delivery);
        }
        completeOnce(delivery);
    }

    /** The money of a voided trade went back: so do the allowances. Told twice, changes nothing. */
    void reverse(TradeReversed reversed) {
        Delivery delivery = deliveries.get(reversed.trade());
        if (delivery == null
                || !delivery.isBetween(reversed.buyer(), reversed.seller())
                || !delivery.isOf(reversed.product(), reversed.tonnes())) {
            throw contradiction("reversed as " + reversed, delivery);
        }
        completeOnce(delivery);
    }

    private void completeOnce(Delivery delivery) {
        switch (delivery.state()) {
            case LOCKED -> complete(delivery);
            case COMPLETED -> {}
            case WAITING, REJECTED, UNDONE -> throw contradiction("settled", delivery);
        }
    }

    private void complete(Delivery delivery) {
        moveLocked(
                delivery,
                PostingReason.DELIVERY,
                new Place.Held(delivery.buyer(), Bucket.IN_TRADING));
        take(delivery.in(DeliveryState.COMPLETED));
        events.add(
                new DeliveryCompleted(
                        delivery.trade(),
                        delivery.seller(),
                        delivery.buyer(),
                        delivery.product(),
                        delivery.tonnes(),
                        now));
    }

    /** Not paid: gives back what was locked. Told twice, changes nothing. */
    void fail(SettlementFailed failed) {
        Delivery delivery = deliveries.get(failed.trade());
        if (failed.locked()) {
            undo(failed, delivery);
        } else if (delivery == null || delivery.state() == DeliveryState.WAITING) {
            take(
                    new Delivery(
                            failed.trade(),
                            failed.seller(),
                            failed.buyer(),
                            failed.product(),
                            failed.tonnes(),
                            DeliveryState.REJECTED,
                            failed.cause()));
        } else if (delivery.state() != DeliveryState.REJECTED) {
            throw contradiction("failed without a lock", delivery);
        }
    }

    private void undo(SettlementFailed failed, @Nullable Delivery delivery) {
        if (delivery == null
                || !delivery.isBetween(failed.seller(), failed.buyer())
                || !delivery.isOf(failed.product(), failed.tonnes())) {
            throw contradiction("failed as " + failed, delivery);
        }
        switch (delivery.state()) {
            case LOCKED -> giveBack(delivery);
            case UNDONE -> {}
            case WAITING, REJECTED, COMPLETED -> throw contradiction("failed", delivery);
        }
    }

    private void giveBack(Delivery delivery) {
        moveLocked(
                delivery,
                PostingReason.DELIVERY_UNDONE,
                new Place.Held(delivery.seller(), Bucket.IN_TRADING));
        take(delivery.in(DeliveryState.UNDONE));
        events.add(
                new DeliveryUndone(
                        delivery.trade(),
                        delivery.seller(),
                        delivery.product(),
                        delivery.tonnes(),
                        now));
    }

    private void moveLocked(Delivery delivery, PostingReason reason, Place to) {
        Place locked = new Place.Held(delivery.seller(), Bucket.DELIVERING);
        holdings.post(posting(delivery, reason, locked, to))
                .ifPresent(shortage -> {
                    throw new IllegalStateException("locked allowances are gone: " + shortage);
                });
    }

    private Posting posting(Delivery delivery, PostingReason reason, Place from, Place to) {
        return Posting.move(
                new Posting.Cause(reason, delivery.trade().toString(), "settlement", now),
                from,
                to,
                delivery.product(),
                delivery.tonnes());
    }

    private void take(Delivery delivery) {
        deliveries.put(delivery.trade(), delivery);
        changed.put(delivery.trade(), delivery);
    }

    private static DeliveryContradiction contradiction(String what, @Nullable Delivery delivery) {
        return new DeliveryContradiction(what + ", but the delivery is " + delivery);
    }

    /** The deliveries as they are to be stored. */
    Collection<Delivery> changed() {
        return List.copyOf(changed.values());
    }

    /** The answers, in order. */
    List<DeliveryEvent> events() {
        return List.copyOf(events);
    }
}

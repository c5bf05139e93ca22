package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;
import org.jspecify.annotations.Nullable;

/** The block offers of a market that stand, by number. */
final class BlockOffers {

    private static final int EVERYBODY = -1;

    private final TreeMap<Long, BlockOffer> byNumber = new TreeMap<>();

    // Derived: the soonest time at which one of them expires.
    private @Nullable OffsetDateTime soonestEnd;

    @Nullable BlockOffer find(OrderId number) {
        return byNumber.get(number.position());
    }

    void add(BlockOffer offer) {
        byNumber.put(offer.number(), offer);
        soonestEnd = sooner(soonestEnd, offer.goodUntil());
    }

    void remove(BlockOffer offer) {
        byNumber.remove(offer.number());
        soonestEnd = soonestEnd();
    }

    /** In the order they were made. */
    List<BlockOffer> inOrder() {
        return List.copyOf(byNumber.values());
    }

    List<BlockOffer> ofAccount(Account account) {
        return those(offer -> offer.account() == account);
    }

    List<BlockOffer> ofNegotiation(long negotiation) {
        return those(offer -> offer.negotiation() == negotiation);
    }

    /** An account's own offers in the negotiation of some offer. */
    List<BlockOffer> ownInNegotiation(@Nullable Account account, @Nullable BlockOffer of) {
        return of == null
                ? List.of()
                : those(offer ->
                        offer.negotiation() == of.negotiation() && offer.account() == account);
    }

    /** Those whose time is over. Cheap when there are none: asked at every command. */
    List<BlockOffer> expiredAt(OffsetDateTime time) {
        return soonestEnd == null || time.isBefore(soonestEnd)
                ? List.of()
                : those(offer -> offer.isExpiredAt(time));
    }

    private List<BlockOffer> those(Predicate<BlockOffer> wanted) {
        return byNumber.values().stream().filter(wanted).toList();
    }

    private @Nullable OffsetDateTime soonestEnd() {
        OffsetDateTime soonest = null;
        for (BlockOffer offer : byNumber.values()) {
            soonest = sooner(soonest, offer.goodUntil());
        }
        return soonest;
    }

    private static @Nullable OffsetDateTime sooner(
            @Nullable OffsetDateTime one, @Nullable OffsetDateTime other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
    }

    void write(SnapshotWriter to) {
        to.int32(byNumber.size());
        for (BlockOffer offer : byNumber.values()) {
            Account counterparty = offer.counterparty();
            offer.order().write(to);
            to.int32(counterparty == null ? EVERYBODY : counterparty.index());
            to.int64(offer.inReplyTo());
            to.int64(offer.negotiation());
            to.optionalTime(offer.goodUntil());
        }
    }

    static BlockOffers read(MarketState state, SnapshotReader from) {
        BlockOffers offers = new BlockOffers();
        for (int left = from.count(); left > 0; left--) {
            OpenOrder order = OpenOrder.read(state.accounts, state.products, from);
            int counterparty = from.int32();
            offers.add(
                    new BlockOffer(
                            order,
                            counterparty == EVERYBODY ? null : state.accounts.at(counterparty),
                            from.int64(),
                            from.int64(),
                            from.optionalTime()));
        }
        return offers;
    }
}

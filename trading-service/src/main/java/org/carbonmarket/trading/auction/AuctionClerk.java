package org.carbonmarket.trading.auction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.carbonmarket.events.marketlog.AuctionCommand.EndAuction;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.trading.answers.RequestNumbers;
import org.carbonmarket.trading.engine.MarketView.AnnouncedAuction;
import org.carbonmarket.trading.marketlog.MarketLog;
import org.carbonmarket.trading.marketlog.MarketStatus;
import org.jboss.logging.Logger;

/**
 * Ends auctions when their time is over: gives the market's log the opening key. Asked by the
 * session clerk of the replica that owns the market, on its one thread. Two clerks at work during a
 * change of owner do no harm: an auction that has ended is refused.
 */
@ApplicationScoped
public class AuctionClerk {

    private static final Logger LOG = Logger.getLogger(AuctionClerk.class);

    /** An end that was refused, as during a halt, is tried again after this. */
    private static final long RETRY_NS = TimeUnit.SECONDS.toNanos(1);

    private final OpeningKeys keys;
    private final MarketLog log;
    private final RequestNumbers numbers;
    private final Map<OrderId, Attempt> attempts = new HashMap<>();

    @Inject
    AuctionClerk(OpeningKeys keys, MarketLog log, RequestNumbers numbers) {
        this.keys = keys;
        this.log = log;
        this.numbers = numbers;
    }

    private record Attempt(CompletableFuture<Long> position, long since) {

        boolean isAnswered(MarketStatus status) {
            return position.isCompletedExceptionally()
                    || (position.isDone() && status.position() >= position.join());
        }
    }

    /**
     * Ends what is due.
     *
     * @return whether an end is on its way, which the day's next phase has to wait for: at the
     *     close the engine calls off what nobody ended
     */
    public boolean endDue(MarketStatus status, OffsetDateTime now) {
        attempts.keySet()
                .removeIf(auction ->
                        auction.market() == status.market()
                                && status.auctions().stream()
                                        .noneMatch(open -> open.auction().equals(auction)));
        boolean isUnderWay = false;
        for (AnnouncedAuction auction : status.auctions()) {
            if (!now.isBefore(auction.closesAt())) {
                isUnderWay |= end(auction, status, now);
            }
        }
        return isUnderWay;
    }

    private boolean end(AnnouncedAuction auction, MarketStatus status, OffsetDateTime now) {
        Attempt last = attempts.get(auction.auction());
        if (last != null) {
            if (!last.isAnswered(status)) {
                return true;
            }
            if (System.nanoTime() - last.since() < RETRY_NS) {
                return false;
            }
        }
        String key = keys.find(auction.sealingKey()).orElse(null);
        if (key == null) {
            LOG.errorf("Nobody here can open the bids of auction %s", auction.auction());
            attempts.put(
                    auction.auction(),
                    new Attempt(CompletableFuture.completedFuture(-1L), System.nanoTime()));
            return false;
        }
        CompletableFuture<Long> position =
                log.append(
                                new EndAuction(
                                        status.market(),
                                        numbers.next(),
                                        auction.auction(),
                                        key,
                                        now))
                        .toCompletableFuture();
        attempts.put(auction.auction(), new Attempt(position, System.nanoTime()));
        return true;
    }
}

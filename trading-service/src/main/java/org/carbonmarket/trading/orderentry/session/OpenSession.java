package org.carbonmarket.trading.orderentry.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;

/**
 * One client's session. Requests come one after the other; answers leave in the requests' order,
 * each when all before it have left.
 */
final class OpenSession {

    private final Market market;
    private final AccountId account;
    private final boolean cancelsOnDisconnect;
    private final AtomicInteger outstanding = new AtomicInteger();
    private volatile long heardAt = System.nanoTime();
    private CompletableFuture<?> last = CompletableFuture.completedFuture("");

    /**
     * @param cancelsOnDisconnect whether the account's open orders end with the session
     */
    OpenSession(Market market, AccountId account, boolean cancelsOnDisconnect) {
        this.market = market;
        this.account = account;
        this.cancelsOnDisconnect = cancelsOnDisconnect;
    }

    Market market() {
        return market;
    }

    AccountId account() {
        return account;
    }

    boolean cancelsOnDisconnect() {
        return cancelsOnDisconnect;
    }

    /** How many requests have no answer yet, or one that the client has not taken. */
    int outstanding() {
        return outstanding.get();
    }

    void heard() {
        heardAt = System.nanoTime();
    }

    boolean isSilentFor(Duration longest) {
        return System.nanoTime() - heardAt > longest.toNanos();
    }

    /** Sends an answer when it is there and everything before it is sent. */
    synchronized void answer(
            CompletableFuture<SessionAnswer> answer,
            Function<SessionAnswer, CompletionStage<Void>> send) {
        outstanding.incrementAndGet();
        last =
                last.thenCompose(_ -> answer)
                        .thenCompose(send)
                        // A client that is gone needs no answer; its orders stand on the log.
                        .handle((_, _) -> outstanding.decrementAndGet());
    }
}

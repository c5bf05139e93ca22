package org.carbonmarket.trading.blocktrading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.marketlog.BlockCommand.ConfirmBlock;
import org.carbonmarket.events.marketlog.BlockCommand.DeclineBlock;
import org.carbonmarket.events.marketlog.BlockCommand.WithdrawBlock;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.trading.answers.Answer;
import org.carbonmarket.trading.answers.Answers;
import org.carbonmarket.trading.answers.RequestNumbers;
import org.jspecify.annotations.Nullable;

/** Sends the steps of block trading to the market and waits for what it says. */
@ApplicationScoped
class NegotiateBlock {

    private final Answers answers;
    private final RequestNumbers numbers;
    private final BusinessClock clock;
    private final Set<KeyInFlight> inFlight = ConcurrentHashMap.newKeySet();

    @Inject
    NegotiateBlock(Answers answers, RequestNumbers numbers, BusinessClock clock) {
        this.answers = answers;
        this.numbers = numbers;
        this.clock = clock;
    }

    private record KeyInFlight(Market market, AccountId account, String key) {}

    /** Fails with a {@link Refusal} 409 while an offer with the same key waits on this replica. */
    CompletionStage<Answer> offer(BlockRequest request, @Nullable String idempotencyKey) {
        if (idempotencyKey == null) {
            return answers.ask(request.command(numbers.next(), null, clock.now()));
        }
        KeyInFlight key = new KeyInFlight(request.market(), request.account(), idempotencyKey);
        if (!inFlight.add(key)) {
            return CompletableFuture.failedStage(
                    new Refusal(
                            409,
                            "REQUEST_IN_FLIGHT",
                            "Idempotency-Key",
                            "An offer with this key is on its way; ask again for its answer."));
        }
        return answers.ask(request.command(numbers.next(), idempotencyKey, clock.now()))
                .whenComplete((_, _) -> inFlight.remove(key));
    }

    CompletionStage<Answer> confirm(OrderId offer, AccountId account) {
        return answers.ask(
                new ConfirmBlock(offer.market(), numbers.next(), account, offer, clock.now()));
    }

    CompletionStage<Answer> decline(OrderId offer, AccountId account) {
        return answers.ask(
                new DeclineBlock(offer.market(), numbers.next(), account, offer, clock.now()));
    }

    CompletionStage<Answer> withdraw(OrderId offer, AccountId account) {
        return answers.ask(
                new WithdrawBlock(offer.market(), numbers.next(), account, offer, clock.now()));
    }
}

package org.carbonmarket.trading.orderentry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.marketlog.MarketCommand.CancelAllOrders;
import org.carbonmarket.events.marketlog.MarketCommand.CancelOrder;
import org.carbonmarket.events.marketlog.MarketCommand.ReplaceOrder;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.trading.answers.Answer;
import org.carbonmarket.trading.answers.Answers;
import org.carbonmarket.trading.answers.RequestNumbers;
import org.jspecify.annotations.Nullable;

/** Sends orders and cancels to the market and waits for what it says. */
@ApplicationScoped
public class EnterOrder {

    private final Answers answers;
    private final RequestNumbers numbers;
    private final BusinessClock clock;
    private final Set<KeyInFlight> inFlight = ConcurrentHashMap.newKeySet();

    @Inject
    EnterOrder(Answers answers, RequestNumbers numbers, BusinessClock clock) {
        this.answers = answers;
        this.numbers = numbers;
        this.clock = clock;
    }

    private record KeyInFlight(Market market, AccountId account, String key) {}

    /** Fails with a {@link Refusal} 409 while an order with the same key waits on this replica. */
    public CompletionStage<Answer> place(OrderFields order, @Nullable String idempotencyKey) {
        if (idempotencyKey == null) {
            return answers.ask(order.command(numbers.next(), null, clock.now()));
        }
        KeyInFlight key = new KeyInFlight(order.market(), order.account(), idempotencyKey);
        if (!inFlight.add(key)) {
            return CompletableFuture.failedStage(
                    new Refusal(
                            409,
                            "REQUEST_IN_FLIGHT",
                            "Idempotency-Key",
                            "An order with this key is on its way; ask again for its answer."));
        }
        return answers.ask(order.command(numbers.next(), idempotencyKey, clock.now()))
                .whenComplete((_, _) -> inFlight.remove(key));
    }

    public CompletionStage<Answer> cancel(OrderId order, AccountId account) {
        return answers.ask(
                new CancelOrder(order.market(), numbers.next(), account, order, clock.now()));
    }

    public CompletionStage<Answer> replace(
            OrderId order, AccountId account, ReplacementForm.Terms terms) {
        return answers.ask(
                new ReplaceOrder(
                        order.market(),
                        numbers.next(),
                        account,
                        order,
                        terms.price(),
                        terms.quantity(),
                        clock.now()));
    }

    public CompletionStage<Answer> cancelAll(
            Market market, AccountId account, @Nullable ProductCode product) {
        return answers.ask(
                new CancelAllOrders(market, numbers.next(), account, product, clock.now()));
    }
}

package org.carbonmarket.trading.answers;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.carbonmarket.events.marketlog.MarketCommand.Request;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.trading.marketlog.MarketLog;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts requests on the market log and hands each its answer, holding no thread meanwhile. The
 * number of waiting requests is bounded.
 */
@ApplicationScoped
public class Answers {

    private static final long NOT_ON_LOG = -1;

    private final MarketLog log;
    private final Duration deadline;
    private final int capacity;
    private final Timer waited;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ConcurrentMap<String, CompletableFuture<Answer>> pending =
            new ConcurrentHashMap<>();

    @Inject
    Answers(
            MarketLog log,
            MeterRegistry metrics,
            @ConfigProperty(name = "market.answers.deadline", defaultValue = "5s")
                    Duration deadline,
            @ConfigProperty(name = "market.answers.capacity", defaultValue = "20000")
                    int capacity) {
        this.log = log;
        this.deadline = deadline;
        this.capacity = capacity;
        this.waited =
                Timer.builder("trading.log.to.answer")
                        .description("From appending a request to its answer")
                        .publishPercentileHistogram()
                        .register(metrics);
        metrics.gauge("trading.answers.waiting", waiting);
    }

    /** Appends a request; completes, never exceptionally, with what came of it in time. */
    public CompletionStage<Answer> ask(Request request) {
        if (waiting.incrementAndGet() > capacity) {
            waiting.decrementAndGet();
            return CompletableFuture.completedStage(new Answer.Overloaded());
        }
        long asked = System.nanoTime();
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        pending.put(request.command(), answer);
        CompletableFuture<Long> position = log.append(request).toCompletableFuture();
        var _ =
                position.exceptionally(failure -> {
                    answer.complete(new Answer.Unknown());
                    return NOT_ON_LOG;
                });
        return answer.orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .handle((given, late) ->
                        late == null ? given : afterDeadline(request, late, position))
                .whenComplete((_, _) -> {
                    pending.remove(request.command());
                    waiting.decrementAndGet();
                    waited.record(System.nanoTime() - asked, TimeUnit.NANOSECONDS);
                });
    }

    /** Completes the request of this replica that carries the command, if one waits. */
    void give(String command, PublishedEvent event) {
        CompletableFuture<Answer> answer = pending.get(command);
        if (answer != null) {
            answer.complete(new Answer.Answered(event));
        }
    }

    private static Answer afterDeadline(
            Request request, Throwable late, CompletableFuture<Long> position) {
        if (!(late instanceof TimeoutException)) {
            throw new IllegalStateException(late);
        }
        boolean isOnLog = position.isDone() && !position.isCompletedExceptionally();
        long at = isOnLog ? position.join() : NOT_ON_LOG;
        return at == NOT_ON_LOG
                ? new Answer.Unknown()
                : new Answer.Outstanding(request.command(), at);
    }
}

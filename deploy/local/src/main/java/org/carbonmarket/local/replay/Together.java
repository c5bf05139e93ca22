package org.carbonmarket.local.replay;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.carbonmarket.local.PlatformFailure;

/** Does the same for many, a few at a time. */
final class Together {

    private static final int AT_A_TIME = 8;

    private Together() {}

    /** Returns when all is done; the first failure is thrown. */
    static <T> void each(List<T> all, Consumer<T> action) {
        if (all.size() < 2) {
            all.forEach(action);
            return;
        }
        try (ExecutorService workers =
                Executors.newFixedThreadPool(
                        AT_A_TIME, Thread.ofVirtual().name("replay-", 0).factory())) {
            List<? extends Future<?>> begun =
                    all.stream().map(one -> workers.submit(() -> action.accept(one))).toList();
            for (Future<?> one : begun) {
                one.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Interrupted.", interrupted);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure);
        }
    }
}

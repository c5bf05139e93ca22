package org.carbonmarket.delivery.trial;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

final class TrialPlatform {
    private static final String PG = "jdbc:postgresql://localhost:55432/";

    static TrialPlatform start() {
        TrialPlatform p = new TrialPlatform();
        return p;
    }

    Books payer() {
        return new Books(PG + "payer", "postgres", "x");
    }

    Books payee() {
        return new Books(PG + "payee", "postgres", "x");
    }

    Map<String, String> ofPayer() {
        return of("payer");
    }

    Map<String, String> ofPayee() {
        return of("payee");
    }

    private Map<String, String> of(String db) {
        return Map.of(
                "DATABASE_URL",
                PG + db,
                "DATABASE_USER",
                "postgres",
                "DATABASE_PASSWORD",
                "x",
                "KAFKA_BOOTSTRAP_SERVERS",
                "localhost:59092");
    }

    long nextTarget(int more) {
        try {
            return payer().number("select coalesce(max(paid), 0) from trial_account") + more;
        } catch (IllegalStateException none) {
            return more;
        }
    }

    Sink readDeposits() {
        return Sink.read("localhost:59092", "settlement.funds");
    }

    Sink readIssues() {
        return Sink.read("localhost:59092", "registry.holdings");
    }

    void passSomeTime(SplittableRandom random, int atMostMillis) {
        await().pollDelay(random.nextInt(atMostMillis), TimeUnit.MILLISECONDS)
                .atMost(Duration.ofMinutes(1))
                .until(() -> true);
    }

    void close() {}
}

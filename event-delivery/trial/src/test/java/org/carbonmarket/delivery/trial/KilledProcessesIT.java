package org.carbonmarket.delivery.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A payer and a payee, each a process with a database of its own, are killed with SIGKILL: at the
 * moments that matter, held open by a lock, and at random ones. Every payment takes effect at the
 * payee once and in order, and so does what the payee tells in turn.
 */
class KilledProcessesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int ENDLESS = 1_000_000;

    private static TrialPlatform platform;

    @BeforeAll
    static void start() throws Exception {
        platform = TrialPlatform.start();
    }

    @AfterAll
    static void stop() throws Exception {
        platform.stop();
    }

    @Test
    void aPayeeKilledBetweenEffectAndCommitAppliesTheBatchOnceAfterwards() {
        Books payee = platform.payee();
        try (TrialProgram receives = TrialProgram.payee(platform.ofPayee())) {
            await().atMost(PATIENCE).until(() -> hasTables(payee));
            long before = payee.seenInAll();
            try (Books.Gate _ = payee.lock("select * from trial_gate for update")) {
                try (TrialProgram _ = payMore(20)) {
                    await().atMost(PATIENCE).until(() -> payee.waitingForALock() > 0);
                    receives.kill();
                }
                assertThat(payee.seenInAll()).isEqualTo(before);
            }
            receives.restart();
            requireEverythingOnce();
        }
    }

    @Test
    void aPayerKilledBetweenPublishAndDeleteSendsTheSameSequencesAgain() {
        Books payer = platform.payer();
        long target = nextTarget(20);
        try (TrialProgram _ = TrialProgram.payerWithoutRelay(platform.ofPayer(), (int) target)) {
            await().atMost(PATIENCE)
                    .until(() -> hasTables(payer) && everyAccountHas(payer, target));
        }
        long before = platform.readDeposits().counts().values().stream().mapToLong(n -> n).sum();
        long waiting = payer.waiting();
        assertThat(waiting).isPositive();
        try (Books.Gate _ = payer.lock("select * from outbox for update");
                TrialProgram carries = TrialProgram.payer(platform.ofPayer(), 0)) {
            await().atMost(PATIENCE).until(() -> payer.waitingForALock() > 0);
            Sink sent = platform.readDeposits();
            assertThat(sent.counts().values().stream().mapToLong(n -> n).sum())
                    .isGreaterThan(before);
            carries.kill();
        }
        long resentBefore = platform.readDeposits().resent();
        requireEverythingOnce();
        assertThat(platform.readDeposits().resent()).isGreaterThan(resentBefore);
    }

    @Test
    void aStandbyRelayTakesOverWhenTheLeaderIsKilled() {
        try (TrialProgram leader = payMore(200);
                TrialProgram _ = TrialProgram.payer(platform.ofPayer(), 0)) {
            await().atMost(PATIENCE).until(() -> hasTables(platform.payer()));
            platform.passSomeTime(new SplittableRandom(1), 2_000);
            leader.kill();
            await().atMost(PATIENCE).until(() -> platform.payer().waiting() == 0);
        }
        requireEverythingOnce();
    }

    @Test
    void nothingIsLostOrDoubledHoweverOftenBothAreKilled() {
        long seed = Long.getLong("trial.seed", System.nanoTime());
        int kills = Integer.getInteger("trial.kills", 12);
        System.out.printf("trial.seed=%d trial.kills=%d%n", seed, kills);
        SplittableRandom random = new SplittableRandom(seed);
        try (TrialProgram payer = TrialProgram.payer(platform.ofPayer(), ENDLESS);
                TrialProgram payee = TrialProgram.payee(platform.ofPayee())) {
            for (int kill = 0; kill < kills; kill++) {
                platform.passSomeTime(random, 6_000);
                (random.nextBoolean() ? payer : payee).restart();
            }
        }
        requireEverythingOnce();
        System.out.printf(
                "%,d deposits, %,d of them sent again%n",
                platform.payee().seenInAll(), platform.readDeposits().resent());
    }

    @Test
    void aKilledDatabaseStopsBothForAWhileAndLosesNothing() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        try (TrialProgram _ = TrialProgram.payer(platform.ofPayer(), ENDLESS);
                TrialProgram _ = TrialProgram.payee(platform.ofPayee())) {
            for (int kill = 0; kill < 3; kill++) {
                long seen = hasTables(platform.payee()) ? platform.payee().seenInAll() : 0;
                await().atMost(PATIENCE)
                        .until(() ->
                                hasTables(platform.payee()) && platform.payee().seenInAll() > seen);
                platform.passSomeTime(random, 1_000);
                platform.killDatabase();
                platform.passSomeTime(random, 2_000);
                platform.restartDatabase();
            }
        }
        requireEverythingOnce();
    }

    private static TrialProgram payMore(int more) {
        return TrialProgram.payer(platform.ofPayer(), (int) nextTarget(more));
    }

    /** So many payments more than the account with the most has had. */
    private static long nextTarget(int more) {
        Books payer = platform.payer();
        long most = hasTables(payer) ? payer.number("select max(paid) from trial_account") : 0;
        return most + more;
    }

    private static boolean everyAccountHas(Books payer, long target) {
        return payer.number("select min(paid) from trial_account") == target;
    }

    private static boolean hasTables(Books books) {
        return books.number("select count(*) from pg_tables where tablename = 'trial_gate'") == 1;
    }

    /** Lets what is under way arrive, then compares both ends and what lies between. */
    private static void requireEverythingOnce() {
        Books payer = platform.payer();
        Books payee = platform.payee();
        try (TrialProgram _ = TrialProgram.payer(platform.ofPayer(), 0);
                TrialProgram _ = TrialProgram.payee(platform.ofPayee())) {
            await().atMost(PATIENCE).until(() -> hasTables(payee) && payer.waiting() == 0);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(payee.seen()).isEqualTo(payer.paid()));
            await().atMost(PATIENCE).until(() -> payee.waiting() == 0);
        }
        assertThat(payee.breaksInNumbers()).isZero();
        assertThat(payee.breaksInSequences()).isZero();
        Sink told = platform.readIssues();
        assertThat(told.breaks()).isEmpty();
        assertThat(told.counts()).isEqualTo(payer.paid());
    }
}

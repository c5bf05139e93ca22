package org.carbonmarket.trading.marketlog;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.topic.Topic;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One engine thread: a member of the group that shares the markets among threads and replicas. It
 * runs the engines of the partitions it is given.
 *
 * <p>There is one answer to every failure, fencing by another owner included: let go of all markets
 * and of the membership, wait, join again and recover from snapshot and log. A state whose outputs
 * were not published is never carried on.
 */
final class EngineLoop implements Runnable, ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(EngineLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSING = Duration.ofSeconds(2);
    private static final long RETRY_MS = 1_000;

    private final KafkaSettings settings;
    private final MarketRecovery recovery;
    private final EngineMetrics metrics;
    private final Map<Integer, RunningMarket> markets = new ConcurrentHashMap<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean joined;
    private @Nullable Consumer<String, byte[]> consumer;

    EngineLoop(KafkaSettings settings, MarketRecovery recovery, EngineMetrics metrics) {
        this.settings = settings;
        this.recovery = recovery;
        this.metrics = metrics;
    }

    /**
     * Asks the loop to end; its thread ends within the poll time and what it takes to hand over.
     */
    void stop() {
        stop.countDown();
    }

    /** Whether the thread is a member of the group right now. */
    boolean isJoined() {
        return joined;
    }

    @Override
    public void run() {
        while (stop.getCount() > 0) {
            try {
                session();
            } catch (WakeupException stopped) {
                LOG.debug("Engine thread woken to stop", stopped);
            } catch (RuntimeException failure) {
                metrics.failed();
                LOG.errorf(
                        failure, "Engine thread lets go of %s and starts over", markets.keySet());
            } finally {
                joined = false;
                markets.values().forEach(RunningMarket::abandon);
                markets.clear();
            }
            pause();
        }
    }

    /** One membership of the group, from joining it to leaving it. */
    private void session() {
        Consumer<String, byte[]> member = new KafkaConsumer<>(settings.engineConsumer());
        consumer = member;
        boolean clean = false;
        try {
            member.subscribe(List.of(Topic.MARKET_LOG.topicName()), this);
            joined = true;
            while (stop.getCount() > 0) {
                process(member, member.poll(POLL));
            }
            clean = true;
        } finally {
            if (!clean) {
                markets.values().forEach(RunningMarket::abandon);
                markets.clear();
            }
            member.close(CloseOptions.timeout(CLOSING));
        }
    }

    private void process(Consumer<String, byte[]> member, ConsumerRecords<String, byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            RunningMarket market = markets.get(partition.partition());
            if (market == null) {
                throw new IllegalStateException("commands of a market that does not run here");
            }
            market.process(records.records(partition), member.groupMetadata());
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        Consumer<String, byte[]> member = consumer;
        if (member == null) {
            return;
        }
        for (TopicPartition partition : partitions) {
            Market market = Market.ofPartition(partition.partition());
            RunningMarket running =
                    recovery.recover(market, committed(member, partition), end(member, partition));
            markets.put(partition.partition(), running);
            member.seek(partition, running.next());
        }
    }

    /**
     * The first command whose outputs are not published. Asked after older producers are fenced.
     */
    private MarketRecovery.Committed committed(
            Consumer<String, byte[]> member, TopicPartition partition) {
        return () -> {
            var offset = member.committed(Set.of(partition)).get(partition);
            return offset == null ? -1 : offset.offset();
        };
    }

    private static long end(Consumer<String, byte[]> member, TopicPartition partition) {
        return member.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            RunningMarket running = markets.remove(partition.partition());
            if (running != null) {
                running.handOver();
            }
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            RunningMarket running = markets.remove(partition.partition());
            if (running != null) {
                running.abandon();
            }
        }
    }

    private void pause() {
        try {
            boolean stopped = stop.await(RETRY_MS, TimeUnit.MILLISECONDS);
            LOG.debugf("Engine thread %s", stopped ? "stops" : "starts over");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }
}

package org.carbonmarket.edge.clock;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands where the newest record of the topic {@code platform.clock} puts it, so that
 * any day can be run at any time, by all services alike, over restarts. Never in production.
 */
final class SimulatedClock implements BusinessClock {

    static final String TOPIC = "platform.clock";

    private static final Logger LOG = Logger.getLogger(SimulatedClock.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long FIRST_READING_SECONDS = 30;

    private final KafkaConsumer<String, String> consumer;
    private final CountDownLatch set = new CountDownLatch(1);
    private final Thread reader;
    private volatile @Nullable OffsetDateTime now;
    private volatile boolean closed;

    SimulatedClock(String bootstrapServers) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "enable.auto.commit", "false",
                                "auto.offset.reset", "earliest"),
                        new StringDeserializer(),
                        new StringDeserializer());
        reader = Thread.ofPlatform().name("simulated-clock").daemon().start(this::follow);
    }

    @Override
    public OffsetDateTime now() {
        OffsetDateTime reading = now;
        return reading != null ? reading : first();
    }

    boolean isSet() {
        return now != null;
    }

    private OffsetDateTime first() {
        try {
            OffsetDateTime reading =
                    set.await(FIRST_READING_SECONDS, TimeUnit.SECONDS) ? now : null;
            if (reading == null) {
                throw new IllegalStateException("nobody has set the simulated clock on " + TOPIC);
            }
            return reading;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void follow() {
        try (consumer) {
            List<TopicPartition> topic = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(topic);
            consumer.seekToBeginning(topic);
            while (!closed) {
                for (ConsumerRecord<String, String> reading : consumer.poll(POLL)) {
                    now = OffsetDateTime.parse(reading.value());
                    set.countDown();
                }
            }
        } catch (WakeupException stopping) {
            LOG.debug("the simulated clock stops");
        }
    }

    void stop() throws InterruptedException {
        closed = true;
        consumer.wakeup();
        reader.join(POLL);
    }
}

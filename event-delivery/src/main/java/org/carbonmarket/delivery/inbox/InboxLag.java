package org.carbonmarket.delivery.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Measures how far each consumer of this process is behind the end of its partitions, in messages.
 * The group's offsets at the broker say nothing here, so the stored positions are compared.
 */
@ApplicationScoped
class InboxLag {

    private static final Logger LOG = Logger.getLogger(InboxLag.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Consumers consumers;
    private final MeterRegistry meters;
    private final Map<String, Object> settings = new HashMap<>();
    private final Map<Tags, AtomicLong> lags = new ConcurrentHashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    InboxLag(
            Consumers consumers,
            MeterRegistry meters,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.consumers = consumers;
        this.meters = meters;
        broker.forEach((name, value) -> {
            if (AdminClientConfig.configNames().contains(name)) {
                settings.put(name, value);
            }
        });
    }

    void start(@Observes StartupEvent started) {
        Thread.ofVirtual().name("inbox-lag").start(this::run);
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
    }

    private void run() {
        try (Admin broker = Admin.create(settings)) {
            while (!stopping.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                for (ConsumerState state : consumers.all()) {
                    measure(broker, state);
                }
            }
        } catch (InterruptedException ended) {
            LOG.debug("no longer measuring", ended);
        }
    }

    private void measure(Admin broker, ConsumerState state) throws InterruptedException {
        Map<TopicPartition, Long> reached = new HashMap<>();
        state.positions()
                .forEach((stream, position) ->
                        reached.put(
                                new TopicPartition(stream.topic().topicName(), stream.partition()),
                                position.nextOffset()));
        if (reached.isEmpty()) {
            return;
        }
        try {
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            reached.keySet().forEach(partition -> ends.put(partition, OffsetSpec.latest()));
            Map<TopicPartition, ListOffsetsResultInfo> answers =
                    broker.listOffsets(ends, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                            .all()
                            .get();
            answers.forEach((partition, end) ->
                    lag(state.name(), partition)
                            .set(Math.max(0, end.offset() - reached.getOrDefault(partition, 0L))));
        } catch (ExecutionException unanswered) {
            LOG.debug("the broker does not say where its logs end", unanswered);
        }
    }

    private AtomicLong lag(String consumer, TopicPartition partition) {
        Tags tags =
                Tags.of(
                        "consumer",
                        consumer,
                        "topic",
                        partition.topic(),
                        "partition",
                        Integer.toString(partition.partition()));
        return lags.computeIfAbsent(
                tags, of -> meters.gauge("delivery.inbox.lag", of, new AtomicLong()));
    }
}

package org.carbonmarket.trading.answers;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.carbonmarket.events.envelope.EncodedEvent;
import org.carbonmarket.events.envelope.EventCodec;
import org.carbonmarket.events.envelope.UndecodableEvent;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.trading.marketlog.KafkaSettings;
import org.carbonmarket.trading.marketlog.MarketLog;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the committed outputs of every market from now on: any replica can take a request for any
 * market. One thread; in no consumer group, since every replica needs every answer.
 */
@ApplicationScoped
class AnswerReader {

    private static final Logger LOG = Logger.getLogger(AnswerReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSING = Duration.ofSeconds(2);
    private static final List<Topic> TOPICS =
            List.of(Topic.TRADING_ORDERS, Topic.TRADING_RELEASES, Topic.TRADING_SUPERVISION);

    private final KafkaSettings settings;
    private final Answers answers;
    private final MarketLog log;
    private final EventCodec codec = new EventCodec();
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean reading;

    @Inject
    AnswerReader(KafkaSettings settings, Answers answers, MarketLog log) {
        this.settings = settings;
        this.answers = answers;
        this.log = log;
    }

    void start(@Observes StartupEvent starting) {
        Thread.ofPlatform().name("market-answers").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent ending) {
        stop.countDown();
    }

    /** Whether answers to what is asked from now on will be seen. */
    boolean isReading() {
        return reading;
    }

    private void run() {
        while (stop.getCount() > 0) {
            try {
                read();
            } catch (RuntimeException failure) {
                // Answers of the meantime are missed; those who wait get 202 and the order's URL.
                LOG.errorf(failure, "The answer reader starts over");
            } finally {
                reading = false;
            }
            pause();
        }
    }

    private void read() {
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(settings.reader());
        try {
            log.warmUp();
            List<TopicPartition> partitions =
                    TOPICS.stream().flatMap(AnswerReader::partitionsOf).toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            reading = true;
            while (stop.getCount() > 0) {
                consumer.poll(POLL).forEach(this::take);
            }
        } finally {
            consumer.close(CloseOptions.timeout(CLOSING));
        }
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        try {
            PublishedEvent event =
                    codec.decode(Topic.named(message.topic()), typeOf(message), message.value());
            String command = AnsweredCommand.of(event);
            if (command != null) {
                answers.give(command, event);
            }
        } catch (UndecodableEvent foreign) {
            LOG.warnf("Passing over %s: %s", message.topic(), foreign.getMessage());
        }
    }

    private static @Nullable String typeOf(ConsumerRecord<String, byte[]> message) {
        Header type = message.headers().lastHeader(EncodedEvent.TYPE);
        return type == null ? null : new String(type.value(), StandardCharsets.UTF_8);
    }

    private static Stream<TopicPartition> partitionsOf(Topic topic) {
        return Stream.iterate(0, i -> i < topic.partitions(), i -> i + 1)
                .map(partition -> new TopicPartition(topic.topicName(), partition));
    }

    private void pause() {
        try {
            boolean stopped = stop.await(1, TimeUnit.SECONDS);
            LOG.debugf("The answer reader %s", stopped ? "stops" : "starts over");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }
}

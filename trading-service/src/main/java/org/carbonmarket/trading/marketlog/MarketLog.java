package org.carbonmarket.trading.marketlog;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.carbonmarket.events.marketlog.MarketCommand;
import org.carbonmarket.events.topic.Topic;

/**
 * The journal of the markets: every input of an engine in one order per market. What was appended
 * from one thread keeps its order.
 */
@ApplicationScoped
public class MarketLog {

    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final KafkaSettings settings;
    private final LogRecords records;
    private Producer<String, byte[]> producer;

    @Inject
    @SuppressWarnings("NullAway.Init") // The producer is made when the bean starts.
    MarketLog(KafkaSettings settings, LogRecords records) {
        this.settings = settings;
        this.records = records;
    }

    @PostConstruct
    void open() {
        producer = new KafkaProducer<>(settings.logProducer());
    }

    /** Fetches what the first append needs, so that appending does not wait for it. */
    public void warmUp() {
        producer.partitionsFor(Topic.MARKET_LOG.topicName());
    }

    /**
     * Appends a command.
     *
     * @return its position once every replica in sync has it; failed when that is unknown, and then
     *     the command may or may not be on the log
     */
    public CompletionStage<Long> append(MarketCommand command) {
        CompletableFuture<Long> position = new CompletableFuture<>();
        try {
            // What became of it comes to the callback; the producer's own future adds nothing.
            var _ =
                    producer.send(
                            records.command(command),
                            (metadata, failure) -> {
                                if (failure == null) {
                                    position.complete(metadata.offset());
                                } else {
                                    position.completeExceptionally(failure);
                                }
                            });
        } catch (KafkaException full) {
            position.completeExceptionally(full);
        }
        return position;
    }

    @PreDestroy
    void close() {
        producer.close(CLOSING);
    }
}

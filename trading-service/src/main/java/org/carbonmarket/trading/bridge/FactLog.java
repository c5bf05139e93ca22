package org.carbonmarket.trading.bridge;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.carbonmarket.events.marketlog.MarketCommand.Fact;
import org.carbonmarket.trading.marketlog.KafkaSettings;
import org.carbonmarket.trading.marketlog.LogRecords;

/**
 * Appends facts to the market logs in the order given. The engine drops a fact that is not newer
 * than the last of its source, so a fact must never be on the log before an older one: the producer
 * tries for ever and what it was given reaches a log as a prefix, also when this process dies.
 */
@Singleton
class FactLog {

    private final Producer<String, byte[]> producer;
    private final LogRecords records;

    @Inject
    FactLog(KafkaSettings settings, LogRecords records) {
        this.producer = new KafkaProducer<>(settings.factProducer());
        this.records = records;
    }

    /** Returns when every fact is on its log; thrown out of here, any prefix of them may be. */
    void append(List<Fact> facts) {
        List<Future<RecordMetadata>> appended = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            appended.add(producer.send(records.command(fact)));
        }
        for (Future<RecordMetadata> position : appended) {
            try {
                position.get();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while facts were on their way", stopping);
            } catch (ExecutionException refused) {
                throw new IllegalStateException("the market log refused a fact", refused);
            }
        }
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(2));
    }
}

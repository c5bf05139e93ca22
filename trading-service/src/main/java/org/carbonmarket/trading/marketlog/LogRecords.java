package org.carbonmarket.trading.marketlog;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.carbonmarket.events.envelope.EncodedEvent;
import org.carbonmarket.events.envelope.EventCodec;
import org.carbonmarket.events.envelope.UndecodableEvent;
import org.carbonmarket.events.marketlog.MarketCommand;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Kafka records of the market log and of the engine's outputs. Thread-safe. */
@Singleton
public final class LogRecords {

    private static final String REASON = "dead_letter_reason";
    private static final String POSITION = "dead_letter_position";

    private final EventCodec codec = new EventCodec();

    /** A command for the log. Its position is its offset, so it carries no sequence of its own. */
    public ProducerRecord<String, byte[]> command(MarketCommand command) {
        EncodedEvent encoded = codec.encode(command);
        ProducerRecord<String, byte[]> message = message(encoded);
        put(message.headers(), EncodedEvent.TYPE, encoded.type());
        put(message.headers(), EncodedEvent.SOURCE, "/carbonmarket/trading");
        return message;
    }

    /**
     * Reads a command back.
     *
     * @throws UndecodableEvent also for a command of another market than its partition's
     */
    MarketCommand command(ConsumerRecord<String, byte[]> message) throws UndecodableEvent {
        PublishedEvent event =
                codec.decode(
                        Topic.MARKET_LOG,
                        text(message.headers(), EncodedEvent.TYPE),
                        message.value());
        if (!(event instanceof MarketCommand command)
                || command.market() != Market.ofPartition(message.partition())) {
            throw new UndecodableEvent("not a command of the partition's market");
        }
        return command;
    }

    /** An output of the engine with its gapless sequence. */
    ProducerRecord<String, byte[]> output(PublishedEvent event, long sequence) {
        EncodedEvent encoded = codec.encode(event);
        ProducerRecord<String, byte[]> message = message(encoded);
        encoded.headers(sequence).forEach((name, value) -> put(message.headers(), name, value));
        return message;
    }

    /** What cannot be read goes aside, unchanged, with the reason and where it stood. */
    static ProducerRecord<String, byte[]> deadLetter(
            ConsumerRecord<String, byte[]> message, String reason) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(
                        Topic.MARKET_LOG.deadLetters(), null, message.key(), message.value());
        message.headers().forEach(letter.headers()::add);
        put(letter.headers(), REASON, reason);
        put(letter.headers(), POSITION, message.partition() + "/" + message.offset());
        return letter;
    }

    private static ProducerRecord<String, byte[]> message(EncodedEvent encoded) {
        return new ProducerRecord<>(
                encoded.topic().topicName(), encoded.partition(), encoded.key(), encoded.payload());
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}

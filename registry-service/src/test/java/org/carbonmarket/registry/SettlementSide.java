package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.carbonmarket.events.envelope.EncodedEvent;
import org.carbonmarket.events.envelope.EventCodec;
import org.carbonmarket.events.envelope.UndecodableEvent;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.settlement.DeliveryRequestEvent.DeliveryRequested;
import org.carbonmarket.events.settlement.SettlementEvent.SettlementFailed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeSettled;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.eclipse.microprofile.config.ConfigProvider;

/** Settlement and trading as the registry hears them, and the registry's answers, on Kafka. */
final class SettlementSide {

    private static final EventCodec CODEC = new EventCodec();
    private static final Map<TopicPartition, AtomicLong> SEQUENCES = new HashMap<>();
    private static final AtomicLong TRADES = new AtomicLong();
    private static final AtomicLong RELEASES = new AtomicLong();
    private static final OffsetDateTime AT = OffsetDateTime.parse("2021-07-16T10:00:00+08:00");
    private static final Money AMOUNT = Money.ofYuan("48.00");
    private static final Money FEE = Money.ofFen(0);

    private SettlementSide() {}

    /** A trade that nobody has used yet. */
    static DeliveryRequested trade(String seller, String buyer, String product, long tonnes) {
        return new DeliveryRequested(
                new TradeId(Market.CN, TRADES.incrementAndGet()),
                AccountId.of(seller),
                AccountId.of(buyer),
                ProductCode.of(product),
                Tonnes.of(tonnes),
                AT);
    }

    static TradeSettled settled(DeliveryRequested trade) {
        return new TradeSettled(
                trade.trade(),
                trade.buyer(),
                trade.seller(),
                trade.product(),
                trade.tonnes(),
                AMOUNT,
                FEE,
                FEE,
                AT);
    }

    static SettlementFailed failed(DeliveryRequested trade, boolean locked) {
        return new SettlementFailed(
                trade.trade(),
                trade.buyer(),
                trade.seller(),
                trade.product(),
                trade.tonnes(),
                AMOUNT,
                FEE,
                FEE,
                "FUNDS_SHORT",
                locked,
                AT);
    }

    static AllowancesReleased released(String account, String product, long tonnes) {
        long number = RELEASES.incrementAndGet();
        return new AllowancesReleased(
                Market.CN,
                "command-" + number,
                "CN-R" + number,
                AccountId.of(account),
                ProductCode.of(product),
                Tonnes.of(tonnes),
                AT);
    }

    /** Publishes events with the next sequences. */
    static void publish(List<? extends PublishedEvent> events) {
        send(events, true);
    }

    /** Publishes events that its publisher sent before: the sequence does not go on. */
    static void publishAgain(PublishedEvent event) {
        send(List.of(event), false);
    }

    private static void send(List<? extends PublishedEvent> events, boolean fresh) {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", broker()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (PublishedEvent event : events) {
                EncodedEvent encoded = CODEC.encode(event);
                AtomicLong sequence =
                        SEQUENCES.computeIfAbsent(
                                new TopicPartition(
                                        encoded.topic().topicName(), encoded.partition()),
                                _ -> new AtomicLong());
                long number = fresh ? sequence.incrementAndGet() : sequence.get();
                var message =
                        new ProducerRecord<>(
                                encoded.topic().topicName(),
                                encoded.partition(),
                                encoded.key(),
                                encoded.payload());
                encoded.headers(number)
                        .forEach((name, value) ->
                                message.headers()
                                        .add(name, value.getBytes(StandardCharsets.UTF_8)));
                sent.add(producer.send(message));
            }
            producer.flush();
            assertThat(sent).allMatch(each -> each.state() == Future.State.SUCCESS);
        }
    }

    /** Everything committed on a topic so far. */
    static List<PublishedEvent> read(Topic topic) {
        List<PublishedEvent> events = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", broker(), "isolation.level", "read_committed"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (int i = 0; i < topic.partitions(); i++) {
                partitions.add(new TopicPartition(topic.topicName(), i));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> events.add(decode(each)));
            }
        }
        return events;
    }

    private static PublishedEvent decode(ConsumerRecord<String, byte[]> message) {
        Header type = message.headers().lastHeader(EncodedEvent.TYPE);
        try {
            return CODEC.decode(
                    Topic.named(message.topic()),
                    type == null ? null : new String(type.value(), StandardCharsets.UTF_8),
                    message.value());
        } catch (UndecodableEvent foreign) {
            throw new AssertionError("the registry published what nobody can read", foreign);
        }
    }

    private static String broker() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}

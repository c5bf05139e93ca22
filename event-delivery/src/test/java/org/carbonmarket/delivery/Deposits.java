package org.carbonmarket.delivery;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.carbonmarket.events.envelope.EncodedEvent;
import org.carbonmarket.events.envelope.EventCodec;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.settlement.FundsEvent.FundsDeposited;

/** Deposits as events and as the messages a poll brings. */
public final class Deposits {

    public static final String TOPIC = "settlement.funds";

    private static final EventCodec CODEC = new EventCodec();

    private Deposits() {}

    public static FundsDeposited deposit(String account, String reference) {
        return new FundsDeposited(
                AccountId.of(account),
                Money.ofYuan("48.00"),
                reference,
                OffsetDateTime.parse("2021-07-16T09:30:00+08:00"));
    }

    /** A deposit on partition 0, its reference being its sequence. */
    public static ConsumerRecord<String, byte[]> message(
            String account, long offset, long sequence) {
        EncodedEvent event = CODEC.encode(deposit(account, Long.toString(sequence)));
        var message = new ConsumerRecord<>(TOPIC, 0, offset, account, event.payload());
        event.headers(sequence)
                .forEach((name, value) ->
                        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    /** A message no reader understands, in the place of a deposit. */
    public static ConsumerRecord<String, byte[]> poison(
            String account, long offset, long sequence) {
        var message =
                new ConsumerRecord<>(
                        TOPIC, 0, offset, account, "{not json".getBytes(StandardCharsets.UTF_8));
        message(account, offset, sequence).headers().forEach(message.headers()::add);
        return message;
    }

    @SafeVarargs
    public static ConsumerRecords<String, byte[]> poll(ConsumerRecord<String, byte[]>... messages) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> polled = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> message : messages) {
            polled.computeIfAbsent(
                            new TopicPartition(message.topic(), message.partition()),
                            partition -> new ArrayList<>())
                    .add(message);
        }
        return new ConsumerRecords<>(polled, Map.of());
    }
}

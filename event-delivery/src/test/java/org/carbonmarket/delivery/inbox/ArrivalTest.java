package org.carbonmarket.delivery.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carbonmarket.delivery.outbox.MessageHeader;
import org.carbonmarket.events.envelope.EventCodec;
import org.carbonmarket.events.topic.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalTest {

    private static final String TYPE = "org.carbonmarket.settlement.funds-deposited.v1";
    private static final String DEPOSIT =
            """
            {"account":"CEA-0000000001","amount":"1.00","bankReference":"b",
             "at":"2021-07-16T09:30:00+08:00"}
            """;

    private final EventCodec codec = new EventCodec();

    @Test
    void aWholeMessageIsUnderstood() {
        Arrival arrival = read(Map.of("ce_sequence", "12", "ce_type", TYPE), DEPOSIT);
        assertThat(arrival.event()).isNotNull();
        assertThat(arrival.sequence()).isEqualTo(12);
        assertThat(arrival.reason()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-3", "1.5", "twelve", "99999999999999999999"})
    void aSequenceThatIsNoWholeNumberFromOneIsNone(String sequence) {
        Arrival arrival = read(Map.of("ce_sequence", sequence, "ce_type", TYPE), DEPOSIT);
        assertThat(arrival.hasSequence()).isFalse();
        assertThat(arrival.reason()).contains("ce_sequence");
    }

    @Test
    void aMissingSequenceTypeOrValueIsTold() {
        assertThat(read(Map.of("ce_type", TYPE), DEPOSIT).reason()).contains("ce_sequence");
        assertThat(read(Map.of("ce_sequence", "1"), DEPOSIT).reason()).contains("ce_type");
        assertThat(read(Map.of("ce_sequence", "1", "ce_type", TYPE), null).reason())
                .contains("no value");
    }

    @Test
    void anUnknownTypeIsToldByItsName() {
        assertThat(read(Map.of("ce_sequence", "1", "ce_type", "org.example.v1"), "{}").reason())
                .contains("org.example.v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{}", "\u0000"})
    void aValueThatIsNoEventIsTold(String value) {
        Arrival arrival = read(Map.of("ce_sequence", "1", "ce_type", TYPE), value);
        assertThat(arrival.event()).isNull();
        assertThat(arrival.reason()).isNotEmpty();
        assertThat(arrival.hasSequence()).isTrue();
    }

    private Arrival read(Map<String, String> headers, @Nullable String value) {
        List<MessageHeader> all = new ArrayList<>();
        headers.forEach((name, text) -> all.add(MessageHeader.of(name, text)));
        byte[] payload = value == null ? null : value.getBytes(UTF_8);
        return Arrival.read(codec, Topic.SETTLEMENT_FUNDS, 0, 5, "CEA-0000000001", all, payload);
    }
}

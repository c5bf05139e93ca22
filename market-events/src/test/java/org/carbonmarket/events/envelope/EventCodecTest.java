package org.carbonmarket.events.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.settlement.FundsEvent.FundsEntrusted;
import org.carbonmarket.events.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    private static final String TYPE = "org.carbonmarket.settlement.funds-entrusted.v1";

    private final EventCodec codec = new EventCodec();
    private final FundsEntrusted event =
            new FundsEntrusted(
                    "E-1",
                    AccountId.of("P-0001"),
                    Money.ofYuan("48.00"),
                    Market.CN,
                    OffsetDateTime.parse("2021-07-16T09:30:00+08:00"));

    @Test
    void anEventReadsBackAsItWasWritten() throws UndecodableEvent {
        EncodedEvent encoded = codec.encode(event);

        assertThat(encoded.type()).isEqualTo(TYPE);
        assertThat(new String(encoded.payload(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"entrustment\":\"E-1\",\"account\":\"P-0001\",\"amount\":\"48.00\","
                                + "\"market\":\"CN\",\"at\":\"2021-07-16T09:30:00+08:00\"}");
        assertThat(codec.decode(encoded.topic(), encoded.type(), encoded.payload()))
                .isEqualTo(event);
    }

    @Test
    void theHeadersAreCloudEventsInBinaryMode() {
        assertThat(codec.encode(event).headers(7))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry(
                        "ce_id", "settlement.funds-" + codec.encode(event).partition() + "-7")
                .containsEntry("ce_sequence", "7")
                .containsEntry("ce_subject", "P-0001")
                .containsEntry("ce_time", "2021-07-16T09:30:00+08:00");
    }

    @Test
    void fieldsOfTomorrowAreIgnored() throws UndecodableEvent {
        String json =
                "{\"entrustment\":\"E-1\",\"account\":\"P-0001\",\"amount\":\"48.00\",\"market\":"
                        + "\"CN\",\"at\":\"2021-07-16T09:30:00+08:00\",\"new\":{\"a\":[1]}}";

        assertThat(codec.decode(Topic.SETTLEMENT_FUNDS, TYPE, bytes(json))).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "[]",
                "{}",
                "{\"entrustment\":\"E-1\",\"account\":\"P-0001\",\"amount\":48.00,"
                        + "\"market\":\"CN\",\"at\":\"2021-07-16T09:30:00+08:00\"}",
                "{\"entrustment\":\"E-1\",\"account\":\"P-0001\",\"amount\":\"-48.00\","
                        + "\"market\":\"CN\",\"at\":\"2021-07-16T09:30:00+08:00\"}",
                "{\"entrustment\":\"E-1\",\"account\":\"p\",\"amount\":\"48.00\","
                        + "\"market\":\"CN\",\"at\":\"2021-07-16T09:30:00+08:00\"}",
                "{\"entrustment\":\"E-1\",\"account\":\"P-0001\",\"amount\":\"48.00\","
                        + "\"market\":0,\"at\":\"2021-07-16T09:30:00+08:00\"}"
            })
    void whatNoEventMayCarryIsUndecodable(String json) {
        assertThatThrownBy(() -> codec.decode(Topic.SETTLEMENT_FUNDS, TYPE, bytes(json)))
                .isInstanceOf(UndecodableEvent.class);
    }

    @Test
    void anUnknownTypeOrAForeignTopicIsUndecodable() {
        byte[] payload = codec.encode(event).payload();

        assertThatThrownBy(() -> codec.decode(Topic.SETTLEMENT_FUNDS, "x.v1", payload))
                .isInstanceOf(UndecodableEvent.class);
        assertThatThrownBy(() -> codec.decode(Topic.SETTLEMENT_DAYS, TYPE, payload))
                .isInstanceOf(UndecodableEvent.class);
        assertThatThrownBy(() -> codec.decode(Topic.SETTLEMENT_FUNDS, null, payload))
                .isInstanceOf(UndecodableEvent.class);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}

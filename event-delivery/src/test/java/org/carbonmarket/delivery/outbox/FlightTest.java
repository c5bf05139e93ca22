package org.carbonmarket.delivery.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.carbonmarket.delivery.outbox.OutboxRow.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlightTest {

    private static final Stream FIRST = new Stream("settlement.funds", 0);
    private static final Stream SECOND = new Stream("settlement.funds", 1);

    @Test
    void sequencesAreTheLastOnesGivenInTheOrderOfTheRows() {
        Flight flight =
                new Flight(
                        List.of(row(4, FIRST), row(5, SECOND), row(6, FIRST)),
                        Map.of(FIRST, 12L, SECOND, 3L));
        assertThat(flight.messages())
                .extracting(message -> header(message, "ce_sequence"))
                .containsExactly("11", "3", "12");
        assertThat(flight.messages())
                .extracting(message -> header(message, "ce_id"))
                .containsExactly(
                        "settlement.funds-0-11", "settlement.funds-1-3", "settlement.funds-0-12");
    }

    @Test
    void theSameRowsMakeTheSameMessagesAgain() {
        List<OutboxRow> rows = List.of(row(4, FIRST), row(6, FIRST));
        Map<Stream, Long> sequences = Map.of(FIRST, 2L);
        assertThat(new Flight(rows, sequences).messages())
                .isEqualTo(new Flight(rows, sequences).messages());
    }

    @Test
    void aForwardedMessageKeepsItsHeadersAndTakesNoSequence() {
        OutboxRow row =
                new OutboxRow(
                        1,
                        "settlement.funds.dead-letters",
                        null,
                        "key",
                        null,
                        null,
                        null,
                        List.of(MessageHeader.of("ce_sequence", "77")),
                        null);
        ProducerRecord<?, ?> message = new Flight(List.of(row), Map.of()).messages().getFirst();
        assertThat(message.partition()).isNull();
        assertThat(header(message, "ce_sequence")).isEqualTo("77");
    }

    @Test
    void theTraceOfThePublisherTravelsAlong() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        Flight flight = new Flight(List.of(row(1, FIRST, trace)), Map.of(FIRST, 1L));
        assertThat(header(flight.messages().getFirst(), "traceparent")).isEqualTo(trace);
    }

    @Test
    void aStreamWithoutASequenceIsRefused() {
        Flight flight = new Flight(List.of(row(1, FIRST)), Map.of());
        assertThatThrownBy(flight::messages).hasMessageContaining("settlement.funds/0");
    }

    private static OutboxRow row(long id, Stream stream) {
        return row(id, stream, null);
    }

    private static OutboxRow row(long id, Stream stream, @Nullable String trace) {
        return new OutboxRow(
                id,
                stream.topic(),
                stream.partition(),
                "key",
                "org.carbonmarket.settlement.funds-deposited.v1",
                "2021-07-16T09:30:00+08:00",
                trace,
                List.of(),
                "{}".getBytes(UTF_8));
    }

    private static String header(ProducerRecord<?, ?> message, String name) {
        return StreamSupport.stream(message.headers().headers(name).spliterator(), false)
                .map(header -> new String(header.value(), UTF_8))
                .findFirst()
                .orElse("");
    }
}

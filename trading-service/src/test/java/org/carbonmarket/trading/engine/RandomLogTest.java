package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.carbonmarket.events.envelope.EncodedEvent;
import org.carbonmarket.events.envelope.EventCodec;
import org.carbonmarket.events.marketlog.MarketCommand;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.topic.PublishedEvent;
import org.junit.jupiter.api.Test;

/**
 * Goal: whatever the log, an engine is a function of it. Method: 1,000 random logs; each is run
 * twice, and a third time with the engine restored from its snapshot at a random place.
 */
class RandomLogTest {

    private static final int LOGS = 1_000;
    private static final EventCodec CODEC = new EventCodec();

    private final long firstSeed = Long.getLong("seed", new Random().nextLong());

    @Test
    void theSameLogGivesTheSameStateAndTheSameBytes() {
        System.out.println("random logs from seed " + firstSeed);
        for (int i = 0; i < LOGS; i++) {
            long seed = firstSeed + i;
            List<MarketCommand> log = RandomLog.of(seed, 3, 60);
            Run first = new Run();
            first.apply(log, 0, log.size());
            Run second = new Run();
            second.apply(log, 0, log.size());
            assertThat(second.result()).as("twice, seed " + seed).isEqualTo(first.result());

            int middle = new Random(seed).nextInt(log.size());
            Run resumed = new Run();
            resumed.apply(log, 0, middle);
            resumed.restart();
            resumed.apply(log, middle, log.size());
            assertThat(resumed.result()).as("resumed, seed " + seed).isEqualTo(first.result());
        }
    }

    @Test
    void valueIsConservedAndNoBookIsCrossedInAnyLog() {
        System.out.println("audited logs from seed " + firstSeed);
        int trades = 0;
        for (int i = 0; i < LOGS; i++) {
            Auditor auditor = new Auditor();
            MarketEngine engine = new MarketEngine(Market.CN);
            long position = 0;
            for (MarketCommand command : RandomLog.of(firstSeed + i, 3, 60)) {
                auditor.before(command);
                engine.apply(position++, command, auditor);
                auditor.check(engine);
            }
            trades += auditor.trades();
        }
        assertThat(trades).as("the logs must trade to show anything").isGreaterThan(10 * LOGS);
    }

    /** An engine and all it said, as it would travel. */
    private static final class Run implements EngineOutput {

        private MarketEngine engine = new MarketEngine(Market.CN);
        private final ByteArrayOutputStream said = new ByteArrayOutputStream();

        void apply(List<MarketCommand> log, int from, int to) {
            for (int position = from; position < to; position++) {
                engine.apply(position, log.get(position), this);
            }
        }

        void restart() {
            byte[] snapshot = engine.snapshot();
            engine = MarketEngine.restore(snapshot);
            assertThat(engine.snapshot()).isEqualTo(snapshot);
        }

        @Override
        public void event(PublishedEvent event, long sequence) {
            EncodedEvent encoded = CODEC.encode(event);
            said.writeBytes(encoded.headers(sequence).toString().getBytes(StandardCharsets.UTF_8));
            said.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(encoded.partition()).array());
            said.writeBytes(encoded.payload());
        }

        String result() {
            return engine.stateHash() + "\n" + said.toString(StandardCharsets.UTF_8);
        }
    }
}

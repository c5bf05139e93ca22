package org.carbonmarket.trading.marketlog;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.carbonmarket.events.envelope.UndecodableEvent;
import org.carbonmarket.events.marketlog.MarketCommand;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.QuoteEvent.QuotePublished;
import org.carbonmarket.trading.engine.EngineOutput;
import org.carbonmarket.trading.engine.MarketEngine;
import org.carbonmarket.trading.engine.MarketView;
import org.carbonmarket.trading.marketlog.EngineSnapshots.EngineSnapshot;
import org.jboss.logging.Logger;

/**
 * One market's engine on its log. Used by the one thread that owns the partition.
 *
 * <p>Commands below {@code firstUnpublished} are replayed without outputs: an earlier owner
 * published those. From there on a batch's outputs and the consumed offset are one Kafka
 * transaction. Once anything here has thrown, the engine's state may hold commands whose outputs
 * nobody has seen: abandon this object and recover another.
 */
final class RunningMarket {

    private static final Logger LOG = Logger.getLogger(RunningMarket.class);
    private static final long MOST_PRODUCTS = 1_000;
    private static final EngineOutput UNHEARD = (_, _) -> {};

    private final MarketEngine engine;
    private final Market market;
    private final TopicPartition partition;
    private final Producer<String, byte[]> producer;
    private final long firstUnpublished;
    private final EngineSurroundings surroundings;

    private long next;
    private long snapshotAt;

    /**
     * Recovers the engine as far as its snapshot goes.
     *
     * @param producer the market's transactional producer, already initialised
     * @param firstUnpublished the group's committed offset
     */
    RunningMarket(
            MarketEngine engine,
            Market market,
            Producer<String, byte[]> producer,
            long firstUnpublished,
            EngineSurroundings surroundings) {
        this.engine = engine;
        this.market = market;
        this.partition = new TopicPartition(Topic.MARKET_LOG.topicName(), market.partition());
        this.producer = producer;
        this.firstUnpublished = firstUnpublished;
        this.surroundings = surroundings;
        this.next = engine.position() + 1;
        this.snapshotAt = engine.position();
        report();
    }

    /** The position of the first command to read. */
    long next() {
        return next;
    }

    /** Applies what was polled; what is new is published and committed as one transaction. */
    void process(List<ConsumerRecord<String, byte[]>> commands, ConsumerGroupMetadata membership) {
        int replayed = replay(commands);
        if (replayed < commands.size()) {
            publish(commands.subList(replayed, commands.size()), membership);
        }
        report();
    }

    private int replay(List<ConsumerRecord<String, byte[]>> commands) {
        int replayed = 0;
        while (replayed < commands.size() && commands.get(replayed).offset() < firstUnpublished) {
            ConsumerRecord<String, byte[]> message = commands.get(replayed);
            requireNext(message.offset());
            try {
                engine.apply(message.offset(), surroundings.records().command(message), UNHEARD);
            } catch (UndecodableEvent known) {
                LOG.debugf("Skipping %s-%d again: %s", market, message.offset(), known);
            }
            replayed++;
        }
        return replayed;
    }

    private void publish(
            List<ConsumerRecord<String, byte[]>> commands, ConsumerGroupMetadata membership) {
        long started = System.nanoTime();
        OutputBatch outputs = new OutputBatch(producer, surroundings.records());
        producer.beginTransaction();
        for (ConsumerRecord<String, byte[]> message : commands) {
            requireNext(message.offset());
            apply(message, outputs);
        }
        publishQuotes();
        producer.sendOffsetsToTransaction(
                Map.of(partition, new OffsetAndMetadata(next)), membership);
        producer.commitTransaction();
        surroundings
                .metrics()
                .batchCommitted(
                        market,
                        commands.size(),
                        outputs.events(),
                        Duration.ofNanos(System.nanoTime() - started));
        if (outputs.closesDay() || next - snapshotAt > surroundings.snapshotEvery()) {
            surroundings.snapshots().saveLater(snapshot());
        }
    }

    /**
     * Quotes are not part of the engine's state and have no gapless number; theirs is the log
     * position they reflect, with room for every product, so that it only grows.
     */
    private void publishQuotes() {
        long sequence = Math.multiplyExact(engine.position(), MOST_PRODUCTS);
        for (QuotePublished quote : engine.dirtyQuotes()) {
            var _ = producer.send(surroundings.records().output(quote, sequence++));
        }
    }

    private void apply(ConsumerRecord<String, byte[]> message, OutputBatch outputs) {
        MarketCommand command;
        try {
            command = surroundings.records().command(message);
        } catch (UndecodableEvent poison) {
            // The log's order cannot wait for a repair: it goes aside in the same transaction.
            LOG.errorf("Command %s-%d put aside: %s", market, message.offset(), reasonOf(poison));
            surroundings.metrics().deadLetter(market);
            var _ = producer.send(LogRecords.deadLetter(message, reasonOf(poison)));
            return;
        }
        engine.apply(message.offset(), command, outputs);
    }

    private void requireNext(long offset) {
        if (offset != next) {
            throw new IllegalStateException(
                    "the log of " + market + " goes on at " + offset + ", not at " + next);
        }
        next = offset + 1;
    }

    private EngineSnapshot snapshot() {
        snapshotAt = engine.position();
        return new EngineSnapshot(market, engine.position(), ByteBuffer.wrap(engine.snapshot()));
    }

    private void report() {
        MarketView view = engine.view();
        surroundings
                .owned()
                .update(
                        new MarketStatus(
                                market,
                                next >= firstUnpublished,
                                next - 1,
                                view.day(),
                                view.phasesBegun(),
                                view.phase(),
                                view.phase() == Phase.CLOSED ? view.uncleared() : null,
                                view.auctions()));
    }

    /** Leaves a whole state behind for the next owner. */
    void handOver() {
        surroundings.owned().giveUp(market);
        if (snapshotAt < engine.position()) {
            surroundings.snapshots().saveNow(snapshot());
        }
        producer.close(Duration.ofSeconds(2));
    }

    /** Lets go at once: an open transaction is aborted by the next owner's producer. */
    void abandon() {
        surroundings.owned().giveUp(market);
        producer.close(Duration.ZERO);
    }

    private static String reasonOf(UndecodableEvent poison) {
        String message = poison.getMessage();
        return message == null ? "unreadable" : message;
    }
}

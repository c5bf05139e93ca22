package org.carbonmarket.trading.marketdata.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.carbonmarket.delivery.inbox.InboxPositions;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.trading.marketlog.KafkaSettings;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads the public topics of every market into the feeds. One thread; in no consumer group, since
 * every replica serves every reader.
 *
 * <p>Quotes and trades begin where the projection stands, so that what is older is in the database
 * and what is newer is here, without a gap between. Session events are few and are read from their
 * beginning.
 */
@ApplicationScoped
class FeedReader {

    private static final Logger LOG = Logger.getLogger(FeedReader.class);
    private static final String PROJECTION = "trading-projection";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSING = Duration.ofSeconds(2);
    private static final List<Topic> TOPICS =
            List.of(Topic.TRADING_SESSIONS, Topic.TRADING_TRADES, Topic.TRADING_QUOTES);

    private final KafkaSettings settings;
    private final InboxPositions positions;
    private final PastEvents past;
    private final Feeds feeds;
    private final int capacity;
    private final FeedMessages messages = new FeedMessages();
    private final Map<Market, MarketFeed> own = new EnumMap<>(Market.class);
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final CountDownLatch stop = new CountDownLatch(1);

    @Inject
    FeedReader(
            KafkaSettings settings,
            InboxPositions positions,
            PastEvents past,
            Feeds feeds,
            @ConfigProperty(name = "market.stream.remembered-trades", defaultValue = "10000")
                    int capacity) {
        this.settings = settings;
        this.positions = positions;
        this.past = past;
        this.feeds = feeds;
        this.capacity = capacity;
    }

    void start(@Observes StartupEvent starting) {
        Thread.ofPlatform().name("market-feeds").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent ending) {
        stop.countDown();
    }

    private void run() {
        while (stop.getCount() > 0) {
            try {
                if (own.isEmpty()) {
                    begin();
                }
                read();
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "The market data reader starts over where it was");
            }
            pause();
        }
    }

    /** The positions are asked for before the database is read: in between it may move on. */
    private void begin() {
        Map<TopicPartition, Long> projected = positions.nextOffsets(PROJECTION);
        for (TopicPartition partition : partitions()) {
            boolean isStored = !partition.topic().equals(Topic.TRADING_SESSIONS.topicName());
            next.put(partition, isStored ? projected.getOrDefault(partition, 0L) : 0L);
        }
        for (Market market : Market.values()) {
            own.put(
                    market,
                    new MarketFeed(market, capacity, past.quotes(market), past.lastTrade(market)));
        }
    }

    private void read() {
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(settings.reader());
        try {
            Collection<TopicPartition> all = partitions();
            consumer.assign(all);
            all.forEach(partition -> seek(consumer, partition));
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (stop.getCount() > 0) {
                consumer.poll(POLL).forEach(this::take);
                all.forEach(partition -> next.put(partition, consumer.position(partition)));
                if (!feeds.areReady() && hasReached(ends)) {
                    feeds.open(own);
                }
            }
        } finally {
            consumer.close(CloseOptions.timeout(CLOSING));
        }
    }

    /** What the broker no longer keeps is passed over. */
    private void seek(Consumer<String, byte[]> consumer, TopicPartition partition) {
        long beginning = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        consumer.seek(partition, Math.max(beginning, next.getOrDefault(partition, 0L)));
    }

    private boolean hasReached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        MarketFeed feed = own.get(Market.ofPartition(message.partition()));
        if (feed != null) {
            messages.read(message).ifPresent(read -> read.into(feed));
        }
    }

    private static List<TopicPartition> partitions() {
        return TOPICS.stream().flatMap(FeedReader::partitionsOf).toList();
    }

    private static Stream<TopicPartition> partitionsOf(Topic topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition));
    }

    private void pause() {
        try {
            boolean stopped = stop.await(1, TimeUnit.SECONDS);
            LOG.debugf("The market data reader %s", stopped ? "stops" : "starts over");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }
}

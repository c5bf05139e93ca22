package org.carbonmarket.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.carbonmarket.events.envelope.EncodedEvent;
import org.carbonmarket.events.envelope.EventCodec;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.SessionEvent.ProductDay;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.events.trading.TradingMethod;
import org.jspecify.annotations.Nullable;

/**
 * Trades made up from a seed, spread evenly over the markets: what trading would publish, as often
 * as wanted and always the same.
 *
 * @param trades how many
 * @param accounts between how many accounts
 */
record TradeLoad(long seed, int trades, int accounts) {

    static final ProductCode PRODUCT = ProductCode.of("CEA");
    static final LocalDate DAY = LocalDate.parse("2021-07-16");

    private static final OffsetDateTime TIME = OffsetDateTime.parse("2021-07-16T10:00:00+08:00");
    private static final int MOST_TONNES = 500;

    /** What a load adds up to. */
    record Sum(long trades, long tonnes, long fen, long feesFen) {

        static final Sum NOTHING = new Sum(0, 0, 0, 0);

        Sum plus(Tonnes more, Money amount, Money buyerFee, Money sellerFee) {
            return new Sum(
                    trades + 1,
                    tonnes + more.value(),
                    fen + amount.fen(),
                    feesFen + buyerFee.fen() + sellerFee.fen());
        }
    }

    static AccountId account(int number) {
        return AccountId.of("LOAD-%04d".formatted(number));
    }

    Sum sum() {
        Sum[] sum = {Sum.NOTHING};
        forEach(trade ->
                sum[0] =
                        sum[0].plus(
                                trade.quantity(),
                                trade.amount(),
                                trade.buyerFee(),
                                trade.sellerFee()));
        return sum[0];
    }

    void forEach(Consumer<ExecutionRecorded> each) {
        Random random = new Random(seed);
        Market[] markets = Market.values();
        for (int i = 0; i < trades; i++) {
            each.accept(trade(random, markets[i % markets.length], 1L + i / markets.length));
        }
    }

    private ExecutionRecorded trade(Random random, Market market, long number) {
        int buyer = random.nextInt(accounts);
        int seller = (buyer + 1 + random.nextInt(accounts - 1)) % accounts;
        Price price = Price.ofFen(4_000 + random.nextInt(2_000));
        Tonnes quantity = Tonnes.of(1 + random.nextInt(MOST_TONNES));
        Money amount = price.times(quantity);
        return new ExecutionRecorded(
                new TradeId(market, number),
                DAY,
                PRODUCT,
                TradingMethod.LISTED,
                price,
                quantity,
                amount,
                account(buyer),
                account(seller),
                new OrderId(market, 2 * number),
                new OrderId(market, 2 * number + 1),
                fee(amount),
                fee(amount),
                TIME);
    }

    private static Money fee(Money amount) {
        return Money.ofFen(Math.max(1, amount.fen() / 2_000));
    }

    /** Publishes all of them as trading would: on their markets' partitions, in sequence. */
    void publish(String bootstrapServers) {
        publish(bootstrapServers, ignored -> {});
    }

    /**
     * Publishes all of them.
     *
     * @param pace is told how many were published so far, before each further trade
     */
    void publish(String bootstrapServers, IntConsumer pace) {
        EventCodec codec = new EventCodec();
        try (KafkaProducer<String, byte[]> producer = producer(bootstrapServers)) {
            AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
            AtomicInteger published = new AtomicInteger();
            forEach(trade -> {
                pace.accept(published.getAndIncrement());
                Future<RecordMetadata> _ =
                        producer.send(
                                message(codec.encode(trade), trade.trade().sequence()),
                                (_, failure) -> failed.compareAndSet(null, failure));
            });
            producer.flush();
            if (failed.get() != null) {
                throw new IllegalStateException(failed.get());
            }
        }
    }

    private Sum sumOf(Market market) {
        Sum[] sum = {Sum.NOTHING};
        forEach(trade -> {
            if (trade.trade().market() == market) {
                sum[0] =
                        sum[0].plus(
                                trade.quantity(),
                                trade.amount(),
                                trade.buyerFee(),
                                trade.sellerFee());
            }
        });
        return sum[0];
    }

    /** Each market's word that the day is closed, as the first event of its sessions. */
    void close(String bootstrapServers) {
        EventCodec codec = new EventCodec();
        try (KafkaProducer<String, byte[]> producer = producer(bootstrapServers)) {
            for (Market market : Market.values()) {
                Future<RecordMetadata> _ =
                        producer.send(message(codec.encode(closing(market, sumOf(market))), 1));
            }
            producer.flush();
        }
    }

    private static TradingDayClosed closing(Market market, Sum sum) {
        Price price = Price.ofFen(4_800);
        Tonnes volume = Tonnes.of(sum.tonnes());
        Money amount = Money.ofFen(sum.fen());
        return new TradingDayClosed(
                market,
                DAY,
                sum.trades(),
                volume,
                amount,
                sum.trades(),
                List.of(
                        new ProductDay(
                                PRODUCT,
                                price,
                                price,
                                price,
                                price,
                                price,
                                sum.trades(),
                                volume,
                                amount,
                                volume,
                                amount,
                                null,
                                null,
                                null,
                                null)),
                "00",
                TIME);
    }

    private static KafkaProducer<String, byte[]> producer(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "linger.ms", "20",
                        "batch.size", "262144",
                        "compression.type", "lz4",
                        "delivery.timeout.ms", "600000"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static ProducerRecord<String, byte[]> message(EncodedEvent event, long sequence) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(
                        event.topic().topicName(), event.partition(), event.key(), event.payload());
        event.headers(sequence)
                .forEach((name, text) ->
                        message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}

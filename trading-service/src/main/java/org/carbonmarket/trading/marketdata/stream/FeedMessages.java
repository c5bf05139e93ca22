package org.carbonmarket.trading.marketdata.stream;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.carbonmarket.events.envelope.EncodedEvent;
import org.carbonmarket.events.envelope.EventCodec;
import org.carbonmarket.events.envelope.UndecodableEvent;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.trading.QuoteEvent;
import org.carbonmarket.events.trading.SessionEvent;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.events.trading.TradeEvent.TradeVoided;
import org.carbonmarket.trading.marketdata.stream.FeedEvent.Kind;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Turns messages of the public topics into what the feeds hold. */
final class FeedMessages {

    private static final Logger LOG = Logger.getLogger(FeedMessages.class);

    private final EventCodec codec = new EventCodec();

    /** A message understood. */
    record Read(PublishedEvent event, FeedEvent feedEvent) {

        void into(MarketFeed feed) {
            if (event instanceof SessionEvent session) {
                feed.follow(session);
            }
            feed.take(feedEvent);
        }
    }

    /** Nothing for a message this reader cannot understand; the projection keeps those aside. */
    Optional<Read> read(ConsumerRecord<String, byte[]> message) {
        try {
            PublishedEvent event =
                    codec.decode(
                            Topic.named(message.topic()),
                            header(message, EncodedEvent.TYPE),
                            message.value());
            return Optional.of(new Read(event, feedEvent(event, message)));
        } catch (UndecodableEvent | NumberFormatException foreign) {
            LOG.warnf("Passing over %s: %s", message.topic(), foreign.getMessage());
            return Optional.empty();
        }
    }

    private static FeedEvent feedEvent(
            PublishedEvent event, ConsumerRecord<String, byte[]> message) {
        String sequence = header(message, EncodedEvent.SEQUENCE);
        return new FeedEvent(
                switch (event) {
                    case QuoteEvent _ -> Kind.QUOTE;
                    case SessionEvent _ -> Kind.SESSION;
                    default -> Kind.TRADE;
                },
                Long.parseLong(sequence == null ? "none" : sequence),
                productOf(event),
                FeedEvent.nameOf(event.getClass()),
                new String(message.value(), StandardCharsets.UTF_8));
    }

    private static @Nullable ProductCode productOf(PublishedEvent event) {
        return switch (event) {
            case QuoteEvent quote -> quote.product();
            case TradeExecuted trade -> trade.product();
            case TradeVoided voiding -> voiding.product();
            default -> null;
        };
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}

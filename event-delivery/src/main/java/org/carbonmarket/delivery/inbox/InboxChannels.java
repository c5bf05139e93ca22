package org.carbonmarket.delivery.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Which of the configured incoming channels read through the inbox, and as which consumer. */
@ApplicationScoped
class InboxChannels {

    private static final String INCOMING = "mp.messaging.incoming.";
    private static final String CONNECTOR = "mp.messaging.connector.smallrye-kafka.";
    private static final String LISTENER = "consumer-rebalance-listener.name";
    private static final Pattern CHANNEL =
            Pattern.compile("mp\\.messaging\\.incoming\\.(\"[^\"]+\"|[^.]+)\\..+");

    private final Map<String, Integer> perConsumer;

    InboxChannels(Config config) {
        Set<String> channels = new HashSet<>();
        for (String name : config.getPropertyNames()) {
            Matcher channel = CHANNEL.matcher(name);
            if (channel.matches()) {
                channels.add(channel.group(1));
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        for (String channel : channels) {
            if (isOurs(config, channel)) {
                counts.merge(consumerOf(config, channel), copiesOf(config, channel), Integer::sum);
            }
        }
        perConsumer = Map.copyOf(counts);
    }

    /** How many channels each consumer has, each copy of a channel counted. */
    Map<String, Integer> perConsumer() {
        return perConsumer;
    }

    private static boolean isOurs(Config config, String channel) {
        String prefix = INCOMING + channel + ".";
        return text(config, prefix + "connector", "smallrye-kafka").equals("smallrye-kafka")
                && text(config, prefix + "enabled", "true").equals("true")
                && text(config, prefix + LISTENER, text(config, CONNECTOR + LISTENER, ""))
                        .equals("inbox");
    }

    /** A channel with a concurrency is that many channels, each with partitions of its own. */
    private static int copiesOf(Config config, String channel) {
        return config.getOptionalValue(INCOMING + channel + ".concurrency", Integer.class)
                .orElse(1);
    }

    private static String consumerOf(Config config, String channel) {
        String group = text(config, "kafka.group.id", "");
        group = text(config, CONNECTOR + "group.id", group);
        group = text(config, INCOMING + channel + ".group.id", group);
        return group.isEmpty() ? text(config, "quarkus.application.name", "") : group;
    }

    private static String text(Config config, String name, String otherwise) {
        return config.getOptionalValue(name, String.class).orElse(otherwise);
    }
}

package org.carbonmarket.trading.bridge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.marketlog.MarketCommand.SourcePosition;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.simulation.Broker;
import org.carbonmarket.simulation.Chance;
import org.carbonmarket.simulation.SimulatedProcess;

/**
 * Carries facts to the market log at least once: it may end between appending them and storing how
 * far it came.
 */
public final class SimulatedBridge implements SimulatedProcess {

    private static final List<Topic> TOPICS =
            List.of(
                    Topic.REGISTRY_ACCOUNTS,
                    Topic.REGISTRY_HOLDINGS,
                    Topic.SETTLEMENT_FUNDS,
                    Topic.SETTLEMENT_TRADES,
                    Topic.SETTLEMENT_DAYS);

    private final Broker broker;
    private final Map<Broker.Partition, Long> positions = new HashMap<>();

    public SimulatedBridge(Broker broker) {
        this.broker = broker;
    }

    @Override
    public void step(Chance chance) {
        Topic topic = chance.of(TOPICS);
        var partition = new Broker.Partition(topic, chance.below(topic.partitions()));
        long from = positions.getOrDefault(partition, 0L);
        List<Broker.Message> messages = broker.read(partition, from, chance.batch());
        for (Broker.Message message : messages) {
            if (chance.crashes()) {
                return;
            }
            SourcePosition source =
                    new SourcePosition(topic.topicName(), partition.number(), message.sequence());
            Facts.of(message.event(), source).forEach(fact -> broker.append(fact, 0));
        }
        if (!chance.crashes()) {
            positions.put(partition, from + messages.size());
        }
    }

    @Override
    public boolean rests() {
        for (Topic topic : TOPICS) {
            for (int number = 0; number < topic.partitions(); number++) {
                var partition = new Broker.Partition(topic, number);
                if (positions.getOrDefault(partition, 0L) < broker.end(partition)) {
                    return false;
                }
            }
        }
        return true;
    }
}

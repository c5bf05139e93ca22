package org.carbonmarket.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class BrokerProcessTest {

    @Test
    void topicsSurviveAKillOfTheBroker() throws Exception {
        Path directory = Files.createTempDirectory("broker");
        BrokerProcess broker = BrokerProcess.start(directory, FreePort.pair());
        try (Admin admin = admin(broker)) {
            admin.createTopics(Set.of(new NewTopic("trades", 3, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);

            broker.child().kill();
            assertThat(broker.child().isAlive()).isFalse();
            broker.restart();

            assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).contains("trades");
        } finally {
            broker.stop();
        }
        assertThat(broker.child().isAlive()).isFalse();
    }

    private static Admin admin(BrokerProcess broker) {
        return Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()));
    }
}

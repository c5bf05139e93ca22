package org.carbonmarket.delivery.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when every channel has joined its group and no consumer is stopped or failing. A consumer
 * without partitions is ready: it stands by.
 */
@Readiness
@ApplicationScoped
class InboxReadiness implements HealthCheck {

    private final Consumers consumers;
    private final InboxChannels channels;

    InboxReadiness(Consumers consumers, InboxChannels channels) {
        this.consumers = consumers;
        this.channels = channels;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("inbox").up();
        for (Map.Entry<String, Integer> expected : channels.perConsumer().entrySet()) {
            ConsumerState state = consumers.of(expected.getKey());
            if (state.assignedChannels() < expected.getValue()) {
                answer.down().withData(state.name(), "joining its group");
            }
        }
        for (ConsumerState state : consumers.all()) {
            RuntimeException stop = state.stopped();
            if (stop != null) {
                answer.down().withData(state.name(), String.valueOf(stop.getMessage()));
            } else if (state.isFailing()) {
                answer.down().withData(state.name(), "cannot apply a batch for now");
            }
        }
        return answer.build();
    }
}

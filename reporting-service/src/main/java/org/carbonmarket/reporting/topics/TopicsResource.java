package org.carbonmarket.reporting.topics;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonmarket.events.topic.Topic;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** How many events each topic has brought. */
@Path("/topics")
@Produces(MediaType.APPLICATION_JSON)
public class TopicsResource {

    private final TopicProgress progress;

    TopicsResource(TopicProgress progress) {
        this.progress = progress;
    }

    /** The answer. */
    public record Topics(AsOf asOf, List<TopicCount> topics) {}

    /**
     * One topic, all partitions together.
     *
     * @param lastSequences the newest sequence of each partition that has brought events
     */
    public record TopicCount(String topic, long events, List<PartitionCount> lastSequences) {}

    /** One partition. */
    public record PartitionCount(int partition, long events, long lastSequence) {}

    @GET
    @PermitAll
    @Operation(
            summary = "Events received per topic",
            description = "Every topic reporting reads, with the count and the last sequence.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            value =
                                                    """
                                                    {"asOf":{"time":"2021-07-16T15:00:00+08:00","sequences":{"trading.trades-0":1200}},
                                                     "topics":[{"topic":"trading.trades","events":1200,
                                                     "lastSequences":[{"partition":0,"events":1200,"lastSequence":1200}]}]}
                                                    """)))
    public Topics topics() {
        List<Folded> rows = progress.all();
        List<TopicCount> topics = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            if (topic.readers().contains(Topic.Service.REPORTING)) {
                topics.add(count(topic, rows));
            }
        }
        return new Topics(AsOf.of(rows), topics);
    }

    private static TopicCount count(Topic topic, List<Folded> rows) {
        List<PartitionCount> partitions =
                rows.stream()
                        .filter(row -> row.topic() == topic)
                        .map(row ->
                                new PartitionCount(
                                        row.partition(), row.events(), row.lastSequence()))
                        .toList();
        long events = partitions.stream().collect(Collectors.summingLong(PartitionCount::events));
        return new TopicCount(topic.topicName(), events, partitions);
    }
}

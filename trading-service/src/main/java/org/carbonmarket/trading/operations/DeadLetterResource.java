package org.carbonmarket.trading.operations;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.carbonmarket.delivery.deadletters.DeadLetter;
import org.carbonmarket.delivery.deadletters.DeadLetters;
import org.carbonmarket.delivery.deadletters.Replayed;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.trading.http.FormFields;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Messages that the projection or the bridge could not understand: an operator looks at them, has
 * them tried again, or takes one out of the way.
 */
@Path("/dead-letters/{consumer}/{topic}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Roles.MARKET_OPERATOR)
@Tag(name = "Market operator")
@APIResponse(
        responseCode = "404",
        description = "No such consumer, topic or message",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        examples =
                                @ExampleObject(
                                        name = "unknown",
                                        value = DeadLetterResource.UNKNOWN)))
public class DeadLetterResource {

    static final String WAITING =
            """
            [{"topic": "TRADING_TRADES", "partition": 0, "offset": 4711, "key": "CN",
              "sequence": 17, "parked": false, "reason": "not a valid type",
              "keptAt": "2021-07-16T09:31:00+08:00"}]\
            """;
    static final String REPLAYED =
            """
            {"handedOver": 1, "waiting": 0}\
            """;
    static final String REASON =
            """
            {"reason": "A test message of the vendor, no event"}\
            """;
    static final String DISCARDED =
            """
            {"partition": 0, "offset": 4711, "by": "market-operator"}\
            """;
    static final String UNKNOWN =
            """
            {"type": "urn:carbonmarket:problem:DEAD_LETTER_UNKNOWN",
             "title": "Not found", "status": 404, "code": "DEAD_LETTER_UNKNOWN",
             "detail": "No such message waits.",
             "instance": "/api/v1/dead-letters/trading-projection/trading.trades/0/4711/discarding"}\
            """;

    private static final int SHOWN = 200;
    private static final List<String> CONSUMERS = List.of("trading-projection", "trading-bridge");

    private final DeadLetters letters;
    private final Caller caller;

    @Inject
    DeadLetterResource(DeadLetters letters, Caller caller) {
        this.letters = letters;
        this.caller = caller;
    }

    /** Why a message is taken out of the way. */
    record Discarding(@Nullable String reason) {}

    /** A message that waits no more, and who took it out of the way. */
    record Discarded(int partition, long offset, String by) {}

    @GET
    @Operation(summary = "The oldest messages that wait, at most 200")
    @APIResponse(
            responseCode = "200",
            description = "What waits",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = DeadLetter.class),
                            examples = @ExampleObject(name = "waiting", value = WAITING)))
    public List<DeadLetter> waiting(
            @PathParam("consumer") String consumer, @PathParam("topic") String topicName) {
        return letters.waiting(known(consumer), topic(topicName), SHOWN);
    }

    @POST
    @Path("/replay")
    @Operation(
            summary = "Try what waits again, in its order",
            description =
                    "What can be understood by now takes effect; a key whose first message still"
                            + " cannot be understood keeps waiting.")
    @APIResponse(
            responseCode = "200",
            description = "What took effect and what still waits",
            content =
                    @Content(
                            schema = @Schema(implementation = Replayed.class),
                            examples = @ExampleObject(name = "replayed", value = REPLAYED)))
    public Replayed replay(
            @PathParam("consumer") String consumer, @PathParam("topic") String topicName) {
        String name = known(consumer);
        Topic topic = topic(topicName);
        if (letters.waiting(name, topic, 1).isEmpty()) {
            // Also before a replica has read the topic for the first time.
            return new Replayed(0, 0);
        }
        return letters.replay(name, topic);
    }

    @POST
    @Path("/{partition}/{offset}/discarding")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Take a message out of the way that is nobody's event",
            description = "It stays on record with who did it and why.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Discarding.class),
                            examples = @ExampleObject(name = "reason", value = REASON)))
    @APIResponse(
            responseCode = "200",
            description = "It waits no more",
            content =
                    @Content(
                            schema = @Schema(implementation = Discarded.class),
                            examples = @ExampleObject(name = "discarded", value = DISCARDED)))
    public Discarded discard(
            @PathParam("consumer") String consumer,
            @PathParam("topic") String topicName,
            @PathParam("partition") int partition,
            @PathParam("offset") long offset,
            @Nullable Discarding form) {
        String reason = FormFields.reason(form == null ? null : form.reason());
        if (!letters.discard(
                known(consumer), topic(topicName), partition, offset, caller.name(), reason)) {
            throw new Refusal(404, "DEAD_LETTER_UNKNOWN", null, "No such message waits.");
        }
        return new Discarded(partition, offset, caller.name());
    }

    private static String known(String consumer) {
        if (!CONSUMERS.contains(consumer)) {
            throw new Refusal(
                    404,
                    "CONSUMER_UNKNOWN",
                    "consumer",
                    "The consumers are trading-projection and trading-bridge.");
        }
        return consumer;
    }

    private static Topic topic(String name) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.topicName().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(404, "TOPIC_UNKNOWN", "topic", "There is no such topic."));
    }
}

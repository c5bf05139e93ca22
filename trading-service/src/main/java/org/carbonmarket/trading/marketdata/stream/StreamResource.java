package org.carbonmarket.trading.marketdata.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.trading.http.FormFields;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The market as it happens: a snapshot to begin with and a stream that goes on from it. */
@Path("/markets/{market}")
@PermitAll
@Tag(name = "Market data")
public class StreamResource {

    private static final String PROBLEM = "application/problem+json";
    private static final int SNAPSHOT_TRADES = 50;
    private static final long RETRY_MS = 1_000;
    private static final long LAST_WORD_S = 5;

    private final Streams streams;
    private final ObjectMapper json;

    @Inject
    StreamResource(Streams streams, ObjectMapper json) {
        this.streams = streams;
        this.json = json;
    }

    @GET
    @Path("/snapshot")
    @NonBlocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The market at one moment, with the cursor its stream goes on from",
            description = "Phase, the newest quote of each product and the newest 50 trades.")
    @APIResponse(
            responseCode = "200",
            description = "The market now",
            content =
                    @Content(
                            schema = @Schema(implementation = MarketSnapshot.class),
                            examples =
                                    @ExampleObject(
                                            name = "snapshot",
                                            value = StreamExamples.SNAPSHOT)))
    @APIResponse(
            responseCode = "404",
            description = "No such market",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "unknown",
                                            value = StreamExamples.NO_MARKET)))
    public MarketSnapshot snapshot(@PathParam("market") String marketName) {
        Market market = FormFields.market(marketName);
        return MarketSnapshot.of(streams.feed(market).moment(SNAPSHOT_TRADES));
    }

    @GET
    @Path("/stream")
    @NonBlocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Quotes, trades and session events as they happen (Server-Sent Events)",
            description =
                    "Each event's id is the cursor to come back with after a break, at any"
                            + " replica: as Last-Event-ID, which browsers send by themselves, or"
                            + " as the parameter after. Every trade and session event comes"
                            + " exactly once and in the order of its kind; of a product's quotes a"
                            + " reader that is behind gets the newest. Without a cursor the stream"
                            + " begins with the newest quote of each product. A quiet stream"
                            + " carries a comment now and then. An event named end says why the"
                            + " stream ends: SLOW_CONSUMER, RESUME_LATER, STOPPING, STREAM_FAILED.")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            examples =
                                    @ExampleObject(name = "stream", value = StreamExamples.STREAM)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is malformed",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "cursor",
                                            value = StreamExamples.BAD_CURSOR)))
    @APIResponse(
            responseCode = "410",
            description = "The cursor is older than the stream goes back",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "too old",
                                            value = StreamExamples.TOO_OLD)))
    @APIResponse(
            responseCode = "503",
            description = "Too many readers, or only just started; see Retry-After",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples =
                                    @ExampleObject(
                                            name = "too many",
                                            value = StreamExamples.TOO_MANY)))
    public Multi<OutboundSseEvent> stream(
            @PathParam("market") String marketName,
            @Parameter(description = "The id of the last event seen; comes before the parameter")
                    @HeaderParam("Last-Event-ID")
                    @Nullable String lastEvent,
            @Parameter(description = "A cursor") @QueryParam("after") @Nullable String after,
            @Parameter(description = "Only these products; repeatable") @QueryParam("product")
                    List<String> products,
            @Parameter(description = "Only QUOTE, TRADE or SESSION; repeatable") @QueryParam("kind")
                    List<String> kinds,
            @Context Sse sse,
            @Context HttpServerRequest request) {
        Market market = FormFields.market(marketName);
        String cursor = lastEvent == null ? after : lastEvent;
        Interest interest = interest(products, kinds);
        return Multi.createFrom()
                .publisher(
                        streams.after(
                                market,
                                cursor == null ? null : Cursor.parse(market, cursor),
                                interest))
                .invoke(item -> closeWhenStalled(item, request))
                .map(item -> event(sse, item));
    }

    /** A reader that takes nothing does not take the end either. */
    private static void closeWhenStalled(StreamItem item, HttpServerRequest request) {
        if (item.equals(StreamItem.End.slow())) {
            CompletableFuture.delayedExecutor(LAST_WORD_S, TimeUnit.SECONDS)
                    .execute(() -> {
                        var _ = request.connection().close();
                    });
        }
    }

    private static Interest interest(List<String> products, List<String> kinds) {
        Set<FeedEvent.Kind> wanted =
                kinds.isEmpty()
                        ? EnumSet.allOf(FeedEvent.Kind.class)
                        : kinds.stream()
                                .map(kind ->
                                        FormFields.choice(
                                                "kind", kind, FeedEvent.Kind.class, "KIND_INVALID"))
                                .collect(Collectors.toSet());
        return new Interest(
                products.stream().map(FormFields::product).collect(Collectors.toSet()), wanted);
    }

    private OutboundSseEvent event(Sse sse, StreamItem item) {
        OutboundSseEvent.Builder event = sse.newEventBuilder().mediaType(MediaType.TEXT_PLAIN_TYPE);
        return switch (item) {
            case StreamItem.Event(Cursor cursor, FeedEvent happened) ->
                    event.id(cursor.toString()).name(happened.name()).data(happened.json()).build();
            case StreamItem.Heartbeat _ -> event.comment("quiet").build();
            case StreamItem.End end ->
                    event.name("end").reconnectDelay(RETRY_MS).data(json(end)).build();
        };
    }

    private String json(StreamItem.End end) {
        try {
            return json.writeValueAsString(end);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

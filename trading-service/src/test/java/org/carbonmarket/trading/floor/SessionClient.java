package org.carbonmarket.trading.floor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client of an order session, as a stranger would write it. */
public final class SessionClient implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private @Nullable WebSocket socket;

    private SessionClient() {}

    /** Opens a session in the national market; fails with what the handshake says. */
    public static SessionClient open(@Nullable String token, String query) {
        SessionClient client = new SessionClient();
        WebSocket.Builder builder = client.http.newWebSocketBuilder();
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        URI uri =
                URI.create(
                        "ws://localhost:"
                                + RestAssured.port
                                + "/api/v1/markets/CN/order-session"
                                + query);
        client.socket = builder.buildAsync(uri, client).join();
        return client;
    }

    public void send(Object message) {
        try {
            sendText(message instanceof String text ? text : JSON.writeValueAsString(message));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void sendText(String text) {
        WebSocket open = socket;
        if (open != null) {
            open.sendText(text, true).join();
        }
    }

    /** The next answer; waits for it. */
    public JsonNode answer() throws InterruptedException, JsonProcessingException {
        String answer = answers.poll(20, TimeUnit.SECONDS);
        if (answer == null) {
            throw new AssertionError("no answer in 20 seconds");
        }
        return JSON.readTree(answer);
    }

    /** The reason the service gives when it closes. */
    public CompletableFuture<String> closed() {
        return closed;
    }

    @Override
    public @Nullable CompletionStage<?> onText(
            WebSocket webSocket, CharSequence data, boolean isLast) {
        part.append(data);
        if (isLast) {
            answers.add(part.toString());
            part.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(
            WebSocket webSocket, int statusCode, String reason) {
        closed.complete(reason);
        return null;
    }

    /** Drops the connection without a word. */
    @Override
    public void close() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
        http.shutdownNow();
    }
}

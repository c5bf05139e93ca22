package org.carbonmarket.trading.floor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A client of a market's stream, as a stranger would write it from the API's description. */
public final class MarketStream implements AutoCloseable {

    private final HttpClient http;
    private final BufferedReader lines;

    private MarketStream(HttpClient http, InputStream body) {
        this.http = http;
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** An event of the stream; the id is empty for one that has none. */
    public record StreamEvent(String id, String name, String data) {}

    /** Opens a stream that goes on after an event's id, or begins anew. */
    public static MarketStream open(URI stream, @Nullable String lastEvent)
            throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(stream).header("Accept", "text/event-stream");
        if (lastEvent != null) {
            request.header("Last-Event-ID", lastEvent);
        }
        HttpResponse<InputStream> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            http.shutdownNow();
            throw new IOException("the stream answers " + answer.statusCode());
        }
        return new MarketStream(http, answer.body());
    }

    /** The next event; waits for it. Comments are passed over. */
    public StreamEvent next() throws IOException {
        String id = "";
        String name = "";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                name = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring(5).strip());
            } else if (line.isEmpty() && !name.isEmpty()) {
                return new StreamEvent(id, name, data.toString());
            }
        }
        throw new IOException("the stream ended without a reason");
    }

    /** Drops the connection, whatever is on its way. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}

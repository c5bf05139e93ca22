package org.carbonmarket.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.carbonmarket.events.envelope.MarketJson;
import org.jspecify.annotations.Nullable;

/**
 * A client of the public REST APIs that expects anything to crash: what did not answer is asked
 * again, with the same idempotency key, until it does.
 */
public final class Api {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<Integer> TRY_AGAIN = Set.of(429, 500, 502, 503, 504);
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private static final ObjectMapper JSON = MarketJson.mapper();

    private final Platform platform;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    public Api(Platform platform) {
        this.platform = platform;
    }

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param body the JSON, a null node when there was none
     */
    public record Answer(int status, JsonNode body) {

        /** The problem's code, empty when it is none. */
        public String code() {
            return body.path("code").asText("");
        }

        public String text(String field) {
            return body.path(field).asText();
        }

        /** Ends with a sentence when the request was refused. */
        public void expectDone(String what) {
            if (status >= 300) {
                throw new PlatformFailure("%s was refused: %d %s".formatted(what, status, body));
            }
        }
    }

    /**
     * A request to be sent.
     *
     * @param as whose token to send; null for none
     * @param key the idempotency key; null for none
     * @param body an object for JSON, a string for CSV, {@link Xml} for XML, null for none
     */
    public record Call(
            ServiceName service,
            String method,
            String path,
            @Nullable String as,
            @Nullable String key,
            @Nullable Object body) {}

    /** A body of XML. */
    record Xml(String text) {}

    public Answer get(ServiceName service, @Nullable String as, String path) {
        return send(new Call(service, "GET", path, as, null, null));
    }

    public Answer post(ServiceName service, String as, String path, String key, Object body) {
        return send(new Call(service, "POST", path, as, key, body));
    }

    /** Sends until there is an answer that trying again would not change. */
    public Answer send(Call call) {
        HttpRequest request = request(call);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String trouble = "";
        while (System.nanoTime() < deadline) {
            try {
                HttpResponse<String> response =
                        HTTP.send(request, HttpResponse.BodyHandlers.ofString());
                Answer answer = new Answer(response.statusCode(), read(response.body()));
                boolean inFlight =
                        answer.code().endsWith("IN_FLIGHT") || answer.code().equals("BUSY");
                if (!TRY_AGAIN.contains(answer.status()) && !inFlight) {
                    return answer;
                }
                trouble = answer.status() + " " + response.body();
            } catch (IOException unreachable) {
                trouble = unreachable.toString();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new PlatformFailure("Interrupted.", interrupted);
            }
            Waiting.pause();
        }
        throw new PlatformFailure(
                "%s %s got no lasting answer in %d s: %s"
                        .formatted(call.method(), call.path(), PATIENCE.toSeconds(), trouble));
    }

    /** Reads any address once, without a token. */
    public static Answer open(String url) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30)).build();
        try {
            HttpResponse<String> response =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), read(response.body()));
        } catch (IOException unreachable) {
            throw new PlatformFailure(url + " does not answer.", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Interrupted.", interrupted);
        }
    }

    /** Whether a service says it is ready. */
    static boolean isReady(String url) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Interrupted.", interrupted);
        }
    }

    private HttpRequest request(Call call) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(
                                URI.create(platform.url(call.service()) + "/api/v1" + call.path()))
                        .timeout(Duration.ofSeconds(30));
        if (call.as() != null) {
            builder.header("Authorization", "Bearer " + token(call.as()));
        }
        if (call.key() != null) {
            builder.header("Idempotency-Key", call.key());
        }
        if (call.body() == null) {
            return builder.method(call.method(), HttpRequest.BodyPublishers.noBody()).build();
        }
        return builder.header("Content-Type", mediaType(call.body()))
                .method(call.method(), HttpRequest.BodyPublishers.ofString(written(call.body())))
                .build();
    }

    private static String mediaType(Object body) {
        return switch (body) {
            case String _ -> "text/csv";
            case Xml _ -> "application/xml";
            default -> "application/json";
        };
    }

    /** Tokens outlast a run; signing one for each request would not be free. */
    private String token(String name) {
        return tokens.computeIfAbsent(name, platform.issuer()::token);
    }

    private static String written(Object body) {
        try {
            return switch (body) {
                case String text -> text;
                case Xml(var text) -> text;
                default -> JSON.writeValueAsString(body);
            };
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode read(String body) {
        try {
            return body.isBlank() ? JSON.nullNode() : JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.valueToTree(Map.of("detail", body));
        }
    }
}

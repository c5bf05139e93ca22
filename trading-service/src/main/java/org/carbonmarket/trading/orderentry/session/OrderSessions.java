package org.carbonmarket.trading.orderentry.session;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.identity.Roles;
import org.carbonmarket.edge.problem.MalformedBody;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.trading.http.FormFields;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The WebSocket of order sessions: {@code /api/v1/markets/{market}/order-session}, with the bearer
 * token of a participant in the opening request; {@code ?cancelOnDisconnect=true} ends the
 * account's open orders when the session ends, however it ends. Orders on their way at that moment
 * stand on the log before the cancel and end with the others. A replica that dies cannot keep that
 * promise: its sessions' orders stand.
 *
 * <p>A client that is silent, not even answering pings, is taken for gone.
 */
@WebSocket(path = "/api/v1/markets/{market}/order-session")
@RolesAllowed(Roles.PARTICIPANT)
public class OrderSessions {

    private static final Logger LOG = Logger.getLogger(OrderSessions.class);
    private static final int POLICY_VIOLATION = 1008;
    private static final int TRY_AGAIN_LATER = 1013;
    private static final int MOST_OUTSTANDING = 1_000;
    private final SessionRequests requests;
    private final OpenConnections connections;
    private final ObjectMapper json;
    private final Caller caller;
    private final Duration silence;
    private final Map<String, OpenSession> sessions = new ConcurrentHashMap<>();
    private final ScheduledExecutorService listening =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("order-sessions").daemon().factory());

    @Inject
    OrderSessions(
            SessionRequests requests,
            OpenConnections connections,
            ObjectMapper json,
            Caller caller,
            @ConfigProperty(name = "market.order-session.silence", defaultValue = "30s")
                    Duration silence) {
        this.requests = requests;
        this.connections = connections;
        this.json = json;
        this.caller = caller;
        this.silence = silence;
    }

    void start(@Observes StartupEvent starting) {
        long look = silence.toMillis() / 4;
        var _ =
                listening.scheduleWithFixedDelay(
                        this::closeSilent, look, look, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent ending) {
        listening.shutdownNow();
    }

    @OnOpen
    @NonBlocking
    void open(WebSocketConnection connection) {
        try {
            Market market = FormFields.market(connection.pathParam("market"));
            AccountId account =
                    caller.account()
                            .orElseThrow(() ->
                                    new Refusal(
                                            403,
                                            "NO_ACCOUNT",
                                            null,
                                            "The token carries no account."));
            String query = String.valueOf(connection.handshakeRequest().query());
            sessions.put(
                    connection.id(),
                    new OpenSession(market, account, query.contains("cancelOnDisconnect=true")));
        } catch (Refusal refusal) {
            close(connection, POLICY_VIOLATION, refusal.code());
        }
    }

    @OnTextMessage
    @NonBlocking
    void take(String text, WebSocketConnection connection) {
        OpenSession session = sessions.get(connection.id());
        if (session == null) {
            return;
        }
        session.heard();
        if (session.outstanding() >= 2 * MOST_OUTSTANDING) {
            // It goes on sending and does not take its answers.
            close(connection, TRY_AGAIN_LATER, "SLOW_CONSUMER");
            return;
        }
        session.answer(answerTo(session, text), answer -> send(connection, answer));
    }

    private CompletableFuture<SessionAnswer> answerTo(OpenSession session, String text) {
        SessionRequest request;
        try {
            request = json.readValue(text, SessionRequest.class);
        } catch (JacksonException malformed) {
            return CompletableFuture.completedFuture(
                    SessionAnswer.refused(null, MalformedBody.refusal(malformed)));
        }
        if (request == null) {
            return CompletableFuture.completedFuture(
                    SessionAnswer.refused(null, FormFields.missing("id")));
        }
        if (session.outstanding() >= MOST_OUTSTANDING) {
            return CompletableFuture.completedFuture(SessionAnswer.refused(request.id(), full()));
        }
        return requests.ask(session.market(), session.account(), request);
    }

    private static Refusal full() {
        return new Refusal(
                429,
                "SESSION_FULL",
                null,
                MOST_OUTSTANDING
                        + " requests of this session wait for their answers. Nothing was"
                        + " sent.");
    }

    private CompletionStage<Void> send(WebSocketConnection connection, SessionAnswer answer) {
        try {
            return connection
                    .sendText(json.writeValueAsString(answer))
                    .subscribeAsCompletionStage();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @OnPongMessage
    @NonBlocking
    void alive(Buffer pong, WebSocketConnection connection) {
        OpenSession session = sessions.get(connection.id());
        if (session != null) {
            session.heard();
        }
    }

    @OnClose
    @NonBlocking
    void end(WebSocketConnection connection) {
        OpenSession session = sessions.remove(connection.id());
        if (session != null && session.cancelsOnDisconnect()) {
            requests.cancelAll(session.market(), session.account());
        }
    }

    @OnError
    @NonBlocking
    void failed(Throwable failure, WebSocketConnection connection) {
        if (connection.isClosed()) {
            LOG.debugf(failure, "An order session was dropped");
            return;
        }
        LOG.warnf(failure, "An order session fails");
        close(connection, TRY_AGAIN_LATER, "SESSION_FAILED");
    }

    private void closeSilent() {
        sessions.forEach((id, session) -> {
            if (session.isSilentFor(silence)) {
                connections
                        .findByConnectionId(id)
                        .ifPresent(connection ->
                                close(connection, POLICY_VIOLATION, "HEARTBEAT_MISSED"));
            }
        });
    }

    private static void close(WebSocketConnection connection, int code, String reason) {
        var _ =
                connection
                        .close(new CloseReason(code, reason))
                        .subscribeAsCompletionStage()
                        .exceptionally(_ -> null);
    }
}

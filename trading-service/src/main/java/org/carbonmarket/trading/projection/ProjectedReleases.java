package org.carbonmarket.trading.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.envelope.MarketJson;
import org.carbonmarket.events.trading.PositionEvent;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.carbonmarket.events.trading.PositionEvent.ReleaseRejected;
import org.jspecify.annotations.Nullable;

/** Notes beside each release asked for what the market said to it. */
@ApplicationScoped
class ProjectedReleases {

    private static final String ANSWER =
            "UPDATE release_request SET released = ?, code = ?, detail = ? WHERE command = ?";

    private final Statements statements;
    private final ObjectMapper json = MarketJson.mapper();

    @Inject
    ProjectedReleases(Statements statements) {
        this.statements = statements;
    }

    private record Said(
            String command,
            @Nullable String released,
            @Nullable String code,
            @Nullable String detail) {}

    void apply(List<PositionEvent> events) {
        List<Said> said = new ArrayList<>();
        for (PositionEvent event : events) {
            switch (event) {
                case AllowancesReleased out -> said.add(released(out.command(), out));
                case FundsReleased out -> said.add(released(out.command(), out));
                case ReleaseRejected no ->
                        said.add(new Said(no.command(), null, no.code().name(), no.detail()));
                default -> {
                    // No answer to a release.
                }
            }
        }
        statements.forEach(
                ANSWER,
                said,
                (row, answer) -> {
                    row.setString(1, answer.released());
                    row.setString(2, answer.code());
                    row.setString(3, answer.detail());
                    row.setString(4, answer.command());
                });
    }

    private Said released(String command, PositionEvent event) {
        try {
            return new Said(command, json.writeValueAsString(event), null, null);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

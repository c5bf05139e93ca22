package org.carbonmarket.edge.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Gives refusals that happen before a route is reached, such as a body too large, one form. */
@ApplicationScoped
class EarlyProblems {

    private static final int[] EARLY = {400, 404, 405, 406, 413, 415};

    private final ObjectMapper json;

    @Inject
    EarlyProblems(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Router router) {
        for (int status : EARLY) {
            router.errorHandler(status, context -> respond(context, status));
        }
    }

    private void respond(RoutingContext context, int status) {
        if (context.response().ended()) {
            return;
        }
        try {
            String body =
                    // The path as it came: one that cannot be decoded is a reason to be here.
                    json.writeValueAsString(
                            Problems.ofStatus(status, String.valueOf(context.request().path())));
            context.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .end(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

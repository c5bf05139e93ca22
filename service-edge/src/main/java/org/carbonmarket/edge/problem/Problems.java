package org.carbonmarket.edge.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every answer that says no has one form; no stack trace leaves a service. */
public final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    public Response refused(Refusal refusal, UriInfo uri) {
        return respond(Problem.of(refusal, uri.getRequestUri().getRawPath()));
    }

    @ServerExceptionMapper
    public Response malformed(JacksonException malformed, UriInfo uri) {
        Refusal refusal = MalformedBody.refusal(malformed);
        return respond(Problem.of(refusal, uri.getRequestUri().getRawPath()));
    }

    /** A more specific mapper than the framework's own for the same exception. */
    @ServerExceptionMapper
    public Response mismatched(
            com.fasterxml.jackson.databind.exc.MismatchedInputException malformed, UriInfo uri) {
        return malformed(malformed, uri);
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    public Response unauthenticated(SecurityException cause, UriInfo uri) {
        Problem problem =
                Problem.of(
                        401,
                        "TOKEN_MISSING_OR_INVALID",
                        "Send a valid bearer token in the Authorization header.",
                        uri.getRequestUri().getRawPath());
        return Response.fromResponse(respond(problem))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException cause, UriInfo uri) {
        return respond(
                Problem.of(
                        403,
                        "ROLE_NOT_ALLOWED",
                        "The token's roles do not allow this request.",
                        uri.getRequestUri().getRawPath()));
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException cause, UriInfo uri) {
        for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
            if (inner instanceof Refusal refusal) {
                return refused(refusal, uri);
            }
            if (inner instanceof JacksonException malformed) {
                return malformed(malformed, uri);
            }
        }
        int status = cause.getResponse().getStatus();
        if (status < 400) {
            return cause.getResponse();
        }
        if (status >= 500) {
            return unexpected(cause, uri);
        }
        return respond(ofStatus(status, uri.getRequestUri().getRawPath()));
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable cause, UriInfo uri) {
        for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
            if (inner instanceof Refusal refusal) {
                return refused(refusal, uri);
            }
        }
        if (DatabaseAway.isCauseOf(cause)) {
            LOG.warnf("no database for %s: %s", uri.getRequestUri().getRawPath(), cause);
            return unavailable(uri);
        }
        String reference = UUID.randomUUID().toString();
        LOG.errorf(
                cause,
                "request to %s failed, reference %s",
                uri.getRequestUri().getRawPath(),
                reference);
        return respond(
                Problem.of(
                        500,
                        "INTERNAL_ERROR",
                        "Something failed on our side; nothing was changed. Quote the instance.",
                        "urn:uuid:" + reference));
    }

    private static Response unavailable(UriInfo uri) {
        Problem problem =
                Problem.of(
                        503,
                        "DATABASE_UNAVAILABLE",
                        "The database is busy or away. Try again in a moment, a request that"
                                + " changes something with the same Idempotency-Key.",
                        uri.getRequestUri().getRawPath());
        return Response.fromResponse(respond(problem)).header(HttpHeaders.RETRY_AFTER, "1").build();
    }

    static Problem ofStatus(int status, String path) {
        return switch (status) {
            case 401 -> Problem.of(status, "TOKEN_MISSING_OR_INVALID", "Send a token.", path);
            case 403 -> Problem.of(status, "ROLE_NOT_ALLOWED", "Not allowed.", path);
            case 404 -> Problem.of(status, "NOT_FOUND", "There is nothing at this path.", path);
            case 405 ->
                    Problem.of(
                            status,
                            "METHOD_NOT_ALLOWED",
                            "This path does not take this method.",
                            path);
            case 406 ->
                    Problem.of(
                            status,
                            "NOT_ACCEPTABLE",
                            "None of the media types asked for is served here.",
                            path);
            case 413 ->
                    Problem.of(status, "BODY_TOO_LARGE", "The body is larger than allowed.", path);
            case 415 ->
                    Problem.of(
                            status,
                            "MEDIA_TYPE_NOT_SUPPORTED",
                            "Send the media type that the API document names.",
                            path);
            default -> Problem.of(status, "REQUEST_MALFORMED", "The request cannot be read.", path);
        };
    }

    private static Response respond(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
    }

    /** The path of a field inside a body, such as {@code orders[3].price}. */
    static String pathOf(JsonMappingException cause) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : cause.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}

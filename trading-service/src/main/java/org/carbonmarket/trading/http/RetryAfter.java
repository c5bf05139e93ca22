package org.carbonmarket.trading.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Says when to try again wherever the answer is that the market is busy. */
@Provider
public final class RetryAfter implements ContainerResponseFilter {

    private static final int UNAVAILABLE = 503;
    private static final String ONE_SECOND = "1";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == UNAVAILABLE) {
            response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, ONE_SECOND);
        }
    }
}

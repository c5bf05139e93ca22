package org.carbonmarket.trading.orderentry.session;

import org.carbonmarket.edge.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one request of a session.
 *
 * @param id the request's
 * @param status what the same request over HTTP would be answered with
 * @param answer what became of it; absent when it was refused
 * @param code the stable code of a refusal
 * @param field the field at fault, if one is
 * @param detail the refusal in a sentence
 */
record SessionAnswer(
        @Nullable String id,
        int status,
        @Nullable Object answer,
        @Nullable String code,
        @Nullable String field,
        @Nullable String detail) {

    static SessionAnswer of(@Nullable String id, int status, @Nullable Object answer) {
        return new SessionAnswer(id, status, answer, null, null, null);
    }

    static SessionAnswer refused(@Nullable String id, Refusal refusal) {
        return new SessionAnswer(
                id, refusal.status(), null, refusal.code(), refusal.field(), refusal.detail());
    }

    static SessionAnswer failed(@Nullable String id) {
        return new SessionAnswer(
                id, 500, null, "INTERNAL_ERROR", null, "Something failed on our side.");
    }
}

package org.carbonmarket.trading.releases;

/** Examples of the API description. */
final class ReleaseExamples {

    static final String ALLOWANCES =
            """
            {"account": "POWER-001", "product": "CEA", "tonnes": 5000}\
            """;
    static final String FUNDS =
            """
            {"account": "POWER-001", "amount": "240000.00"}\
            """;
    static final String RELEASED =
            """
            {"market": "CN", "command": "5f0c19a2d7e84b36-19", "release": "CN-R-4712",
             "account": "POWER-001", "amount": "240000.00", "at": "2021-07-16T15:10:00+08:00"}\
            """;
    static final String UNSETTLED =
            """
            {"type": "urn:carbonmarket:problem:FUNDS_UNSETTLED",
             "title": "The request cannot be done", "status": 422,
             "code": "FUNDS_UNSETTLED",
             "detail": "The money is proceeds of a sale that is not settled yet.",
             "instance": "/api/v1/markets/CN/releases"}\
            """;
    static final String INCOMPLETE =
            """
            {"type": "urn:carbonmarket:problem:RELEASE_AMBIGUOUS",
             "title": "The request cannot be read", "status": 400,
             "code": "RELEASE_AMBIGUOUS", "field": "amount",
             "detail": "State either product and tonnes, or amount.",
             "instance": "/api/v1/markets/CN/releases"}\
            """;

    static final String PENDING =
            """
            {"command": "5f0c19a2d7e84b36-19", "account": "POWER-001", "state": "PENDING"}\
            """;
    static final String DONE =
            """
            {"command": "5f0c19a2d7e84b36-19", "account": "POWER-001", "state": "RELEASED",
             "released": {"market": "CN", "command": "5f0c19a2d7e84b36-19",
              "release": "CN-R-4712", "account": "POWER-001", "amount": "240000.00",
              "at": "2021-07-16T15:10:00+08:00"}}\
            """;
    static final String REUSED =
            """
            {"type": "urn:carbonmarket:problem:IDEMPOTENCY_KEY_REUSED",
             "title": "The request cannot be done", "status": 422,
             "code": "IDEMPOTENCY_KEY_REUSED", "field": "Idempotency-Key",
             "detail": "This key came with another release before.",
             "instance": "/api/v1/markets/CN/releases"}\
            """;
    static final String UNKNOWN =
            """
            {"type": "urn:carbonmarket:problem:RELEASE_UNKNOWN",
             "title": "Not found", "status": 404, "code": "RELEASE_UNKNOWN",
             "detail": "There is no such release.",
             "instance": "/api/v1/markets/CN/releases/5f0c19a2d7e84b36-19"}\
            """;

    private ReleaseExamples() {}
}

package org.carbonmarket.trading.blocktrading;

/** Examples of the API description. */
final class BlockExamples {

    static final String OFFER =
            """
            {"account": "POWER-001", "product": "CEA", "side": "SELL", "price": "46.50",
             "quantity": 250000, "counterparty": "STEEL-014",
             "goodUntil": "2021-07-16T14:30:00+08:00"}\
            """;
    static final String PUBLISHED =
            """
            {"account": "POWER-001", "product": "CEA", "side": "SELL", "price": "46.50",
             "quantity": 250000}\
            """;
    static final String OFFERED =
            """
            {"command": "5f0c19a2d7e84b36-21", "order": "CN-5120", "account": "POWER-001",
             "day": "2021-07-16", "product": "CEA", "side": "SELL", "price": "46.50",
             "quantity": 250000, "counterparty": "STEEL-014",
             "goodUntil": "2021-07-16T14:30:00+08:00", "repeated": false,
             "at": "2021-07-16T13:05:00+08:00"}\
            """;
    static final String COUNTER =
            """
            {"price": "45.80", "quantity": 200000}\
            """;
    static final String COUNTERED =
            """
            {"command": "5f0c19a2d7e84b36-22", "order": "CN-5131", "account": "STEEL-014",
             "day": "2021-07-16", "product": "CEA", "side": "BUY", "price": "45.80",
             "quantity": 200000, "counterparty": "POWER-001", "inReplyTo": "CN-5120",
             "repeated": false, "at": "2021-07-16T13:10:00+08:00"}\
            """;
    static final String CONFIRMED =
            """
            {"command": "5f0c19a2d7e84b36-23", "order": "CN-5131", "account": "POWER-001",
             "counterparty": "STEEL-014", "trade": "CN-18", "product": "CEA", "side": "SELL",
             "price": "45.80", "quantity": 200000, "at": "2021-07-16T13:20:00+08:00"}\
            """;
    static final String DECLINED =
            """
            {"command": "5f0c19a2d7e84b36-24", "order": "CN-5131", "account": "STEEL-014",
             "reason": "DECLINED", "at": "2021-07-16T13:21:00+08:00"}\
            """;
    static final String WITHDRAWN =
            """
            {"command": "5f0c19a2d7e84b36-25", "order": "CN-5120", "account": "POWER-001",
             "reason": "WITHDRAWN", "at": "2021-07-16T13:22:00+08:00"}\
            """;
    static final String PENDING =
            """
            {"offer": "CN-5120", "url": "/api/v1/markets/CN/block-offers/CN-5120"}\
            """;
    static final String VIEW =
            """
            {"offer": "CN-5120", "account": "POWER-001", "day": "2021-07-16", "product": "CEA",
             "side": "SELL", "price": "46.50", "quantity": 250000, "counterparty": "STEEL-014",
             "goodUntil": "2021-07-16T14:30:00+08:00", "state": "STANDING",
             "madeAt": "2021-07-16T13:05:00+08:00", "changedAt": "2021-07-16T13:05:00+08:00"}\
            """;
    static final String VIEWS =
            "{\"asOf\": \"2021-07-16T13:31:00+08:00\", \"items\": ["
                    + VIEW
                    + "], \"next\": \"NTEyMA\"}";
    static final String OFF_TICK =
            """
            {"type": "urn:carbonmarket:problem:PRICE_OFF_TICK",
             "title": "The request cannot be read", "status": 400,
             "code": "PRICE_OFF_TICK", "field": "price",
             "detail": "Prices are quoted in steps of 0.01 yuan; a third decimal is off the tick.",
             "instance": "/api/v1/markets/CN/block-offers"}\
            """;
    static final String NOT_YOURS =
            """
            {"type": "urn:carbonmarket:problem:NOT_YOUR_ACCOUNT",
             "title": "Not allowed", "status": 403,
             "code": "NOT_YOUR_ACCOUNT", "detail": "Your token is not for account POWER-002.",
             "instance": "/api/v1/markets/CN/block-offers"}\
            """;
    static final String IN_FLIGHT =
            """
            {"type": "urn:carbonmarket:problem:REQUEST_IN_FLIGHT",
             "title": "Conflict with the present state", "status": 409,
             "code": "REQUEST_IN_FLIGHT", "field": "Idempotency-Key",
             "detail": "An offer with this key is on its way; ask again for its answer.",
             "instance": "/api/v1/markets/CN/block-offers"}\
            """;
    static final String TOO_SMALL =
            """
            {"type": "urn:carbonmarket:problem:QUANTITY_OUT_OF_RANGE",
             "title": "The request cannot be done", "status": 422,
             "code": "QUANTITY_OUT_OF_RANGE", "field": "quantity",
             "detail": "A block is for at least 100000 t, not 99999 t.",
             "instance": "/api/v1/markets/CN/block-offers"}\
            """;
    static final String OUTSIDE_SESSION =
            """
            {"type": "urn:carbonmarket:problem:MARKET_NOT_OPEN",
             "title": "The request cannot be done", "status": 422,
             "code": "MARKET_NOT_OPEN",
             "detail": "Blocks are traded while the market is open in the afternoon.",
             "instance": "/api/v1/markets/CN/block-offers"}\
            """;
    static final String NOT_OPEN =
            """
            {"type": "urn:carbonmarket:problem:OFFER_NOT_OPEN",
             "title": "The request cannot be done", "status": 422,
             "code": "OFFER_NOT_OPEN", "field": "offer",
             "detail": "No standing block offer of that number is open to this account.",
             "instance": "/api/v1/markets/CN/block-offers/CN-5120/confirmation"}\
            """;
    static final String NOT_FOUND =
            """
            {"type": "urn:carbonmarket:problem:OFFER_UNKNOWN",
             "title": "Not found", "status": 404, "code": "OFFER_UNKNOWN",
             "detail": "There is no such offer for you to see, or it is not projected yet.",
             "instance": "/api/v1/markets/CN/block-offers/CN-5120"}\
            """;
    static final String BAD_LIST =
            """
            {"type": "urn:carbonmarket:problem:LIST_INVALID",
             "title": "The request cannot be read", "status": 400,
             "code": "LIST_INVALID", "field": "list",
             "detail": "The field list cannot be read: it is none of the names allowed.",
             "instance": "/api/v1/markets/CN/block-offers"}\
            """;

    private BlockExamples() {}
}

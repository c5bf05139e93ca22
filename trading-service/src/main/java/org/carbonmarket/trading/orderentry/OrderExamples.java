package org.carbonmarket.trading.orderentry;

/** Examples of the API description. */
final class OrderExamples {

    static final String ORDER =
            """
            {"account": "POWER-001", "product": "CEA", "side": "SELL", "price": "48.00",
             "quantity": 5000, "timeInForce": "DAY"}\
            """;

    static final String PLACED =
            """
            {"command": "5f0c19a2d7e84b36-17", "order": "CN-4711", "account": "POWER-001",
             "day": "2021-07-16", "product": "CEA", "side": "SELL", "price": "48.00",
             "quantity": 5000, "timeInForce": "DAY", "filled": 1200, "filledAmount": "57600.00",
             "remaining": 3800, "state": "PARTLY_FILLED", "repeated": false,
             "at": "2021-07-16T09:30:00+08:00"}\
            """;

    static final String PENDING =
            """
            {"order": "CN-4711", "url": "/api/v1/markets/CN/orders/CN-4711"}\
            """;

    static final String OFF_TICK =
            """
            {"type": "urn:carbonmarket:problem:PRICE_OFF_TICK",
             "title": "The request cannot be read", "status": 400,
             "code": "PRICE_OFF_TICK", "field": "price",
             "detail": "Prices are quoted in steps of 0.01 yuan; a third decimal is off the tick.",
             "instance": "/api/v1/markets/CN/orders"}\
            """;

    static final String NOT_YOURS =
            """
            {"type": "urn:carbonmarket:problem:NOT_YOUR_ACCOUNT",
             "title": "Not allowed", "status": 403,
             "code": "NOT_YOUR_ACCOUNT", "detail": "Your token is not for account POWER-002.",
             "instance": "/api/v1/markets/CN/orders"}\
            """;

    static final String IN_FLIGHT =
            """
            {"type": "urn:carbonmarket:problem:REQUEST_IN_FLIGHT",
             "title": "Conflict with the present state", "status": 409,
             "code": "REQUEST_IN_FLIGHT", "field": "Idempotency-Key",
             "detail": "An order with this key is on its way; ask again for its answer.",
             "instance": "/api/v1/markets/CN/orders"}\
            """;

    static final String OUTSIDE_LIMITS =
            """
            {"type": "urn:carbonmarket:problem:PRICE_OUTSIDE_LIMITS",
             "title": "The request cannot be done", "status": 422,
             "code": "PRICE_OUTSIDE_LIMITS", "field": "price",
             "detail": "The price must be from 43.20 to 52.80 yuan today.",
             "instance": "/api/v1/markets/CN/orders"}\
            """;

    static final String NOT_COVERED =
            """
            {"type": "urn:carbonmarket:problem:ALLOWANCES_INSUFFICIENT",
             "title": "The request cannot be done", "status": 422,
             "code": "ALLOWANCES_INSUFFICIENT", "field": "quantity",
             "detail": "The sell order is not covered by sellable allowances.",
             "instance": "/api/v1/markets/CN/orders"}\
            """;

    static final String BUSY =
            """
            {"type": "urn:carbonmarket:problem:TOO_MANY_WAITING",
             "title": "Not available right now", "status": 503,
             "code": "TOO_MANY_WAITING",
             "detail": "Too many requests wait for the market. Nothing was sent; try again.",
             "instance": "/api/v1/markets/CN/orders"}\
            """;

    static final String BATCH =
            """
            {"orders": [
              {"idempotencyKey": "day-1-0001", "order": {"account": "POWER-001",
               "product": "CEA", "side": "SELL", "price": "48.00", "quantity": 5000}},
              {"idempotencyKey": "day-1-0002", "order": {"account": "POWER-001",
               "product": "CEA", "side": "SELL", "price": "48.001", "quantity": 5000}}]}\
            """;

    static final String BATCH_ANSWERS =
            """
            {"answers": [
              {"status": 201, "placed": {"order": "CN-4711", "state": "RESTING"}},
              {"status": 400, "code": "PRICE_OFF_TICK", "field": "price", "detail":
               "Prices are quoted in steps of 0.01 yuan; a third decimal is off the tick."}]}\
            """;

    static final String CANCELLED =
            """
            {"command": "5f0c19a2d7e84b36-18", "order": "CN-4711", "account": "POWER-001",
             "quantity": 3800, "reason": "REQUESTED", "at": "2021-07-16T09:31:00+08:00"}\
            """;

    static final String NOT_OPEN =
            """
            {"type": "urn:carbonmarket:problem:ORDER_NOT_OPEN",
             "title": "The request cannot be done", "status": 422,
             "code": "ORDER_NOT_OPEN", "field": "order",
             "detail": "No open order of that number belongs to the account.",
             "instance": "/api/v1/markets/CN/orders/CN-4711"}\
            """;

    static final String NEW_TERMS =
            """
            {"price": "48.10", "quantity": 4000}\
            """;

    static final String REPLACED =
            """
            {"command": "5f0c19a2d7e84b36-19", "order": "CN-4711", "account": "POWER-001",
             "price": "48.10", "quantity": 4000, "filled": 1200, "filledAmount": "57600.00",
             "remaining": 2800, "state": "PARTLY_FILLED", "keptPlace": false,
             "at": "2021-07-16T09:31:00+08:00"}\
            """;

    static final String REPLACEMENT_EMPTY =
            """
            {"type": "urn:carbonmarket:problem:REPLACEMENT_EMPTY",
             "title": "The request cannot be read", "status": 400,
             "code": "REPLACEMENT_EMPTY", "field": "price",
             "detail": "State a new price, a new quantity or both.",
             "instance": "/api/v1/markets/CN/orders/CN-4711"}\
            """;

    static final String ALL_CANCELLED =
            """
            {"command": "5f0c19a2d7e84b36-20", "order": "CN-4720", "account": "POWER-001",
             "cancelled": 17, "at": "2021-07-16T09:31:00+08:00"}\
            """;

    static final String BAD_PRODUCT =
            """
            {"type": "urn:carbonmarket:problem:PRODUCT_INVALID",
             "title": "The request cannot be read", "status": 400,
             "code": "PRODUCT_INVALID", "field": "product",
             "detail": "The field product cannot be read: a product is 2 to 32 capital letters,\
             digits or inner dashes.",
             "instance": "/api/v1/markets/CN/orders"}\
            """;

    private OrderExamples() {}
}

package org.carbonmarket.trading.projection;

/** Examples of the API description. */
final class QueryExamples {

    static final String ORDER =
            """
            {"order": "CN-4711", "account": "POWER-001", "day": "2021-07-16", "product": "CEA",
             "side": "SELL", "price": "48.00", "quantity": 5000, "timeInForce": "DAY",
             "filled": 1200, "filledAmount": "57600.00", "remaining": 3800,
             "state": "PARTLY_FILLED", "enteredAt": "2021-07-16T09:30:00+08:00",
             "changedAt": "2021-07-16T09:30:00+08:00"}\
            """;
    static final String ORDERS =
            "{\"asOf\": \"2021-07-16T09:31:00+08:00\", \"items\": ["
                    + ORDER
                    + "], \"next\": \"NDcxMQ\"}";
    static final String EXECUTIONS =
            """
            {"asOf": "2021-07-16T09:31:00+08:00", "items": [
             {"trade": "CN-17", "order": "CN-4711", "account": "POWER-001", "day": "2021-07-16",
              "product": "CEA", "side": "SELL", "method": "LISTED", "price": "48.00",
              "quantity": 1200, "amount": "57600.00", "fee": "17.28",
              "at": "2021-07-16T09:30:00+08:00"}]}\
            """;
    static final String POSITION =
            """
            {"market": "CN", "account": "POWER-001", "asOf": "2021-07-16T09:31:00+08:00",
             "funds": "1057582.72", "fundsInOrders": "0.00", "products": [
              {"product": "CEA", "tonnes": 8800, "inOrders": 3800, "boughtToday": 0,
               "sellable": 5000}]}\
            """;
    static final String NOT_FOUND =
            """
            {"type": "urn:carbonmarket:problem:ORDER_UNKNOWN",
             "title": "Not found", "status": 404,
             "code": "ORDER_UNKNOWN",
             "detail": "There is no such order, or it is not projected yet.",
             "instance": "/api/v1/markets/CN/orders/CN-4711"}\
            """;
    static final String BAD_CURSOR =
            """
            {"type": "urn:carbonmarket:problem:CURSOR_INVALID",
             "title": "The request cannot be read", "status": 400,
             "code": "CURSOR_INVALID", "field": "cursor",
             "detail": "Take the cursor from the page before.",
             "instance": "/api/v1/markets/CN/orders"}\
            """;

    static final String NOT_YOURS =
            """
            {"type": "urn:carbonmarket:problem:NOT_YOUR_ACCOUNT", "title": "Not allowed",
             "status": 403, "code": "NOT_YOUR_ACCOUNT",
             "detail": "Your token is not for account POWER-002.",
             "instance": "/api/v1/markets/CN/positions/POWER-002"}\
            """;

    static final String AWAITED =
            """
            {"order": "CN-4711", "command": "5f0c19a2d7e84b36-17"}\
            """;

    private QueryExamples() {}
}

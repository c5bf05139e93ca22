package org.carbonmarket.trading.marketdata.stream;

/** Examples of the API description. */
final class StreamExamples {

    static final String SNAPSHOT =
            """
            {"market": "CN", "cursor": "CN.4711000.17.3", "day": "2021-07-16", "phase": "OPEN",
             "quotes": [{"market": "CN", "product": "CEA", "day": "2021-07-16", "phase": "OPEN",
              "asOf": 4711, "previousClose": "48.00", "lowerLimit": "43.20",
              "upperLimit": "52.80", "last": "48.00", "open": "48.00", "high": "48.00",
              "low": "48.00", "average": "48.00", "volume": 1200, "amount": "57600.00",
              "bids": [], "asks": [{"price": "48.00", "quantity": 3800, "orders": 1}],
              "at": "2021-07-16T09:30:00+08:00"}],
             "trades": [{"trade": "CN-17", "day": "2021-07-16", "product": "CEA",
              "method": "LISTED", "price": "48.00", "quantity": 1200, "amount": "57600.00",
              "taker": "BUY", "at": "2021-07-16T09:30:00+08:00"}]}\
            """;
    static final String STREAM =
            """
            id: CN.4711000.17.3
            event: quote-published
            data: {"market":"CN","product":"CEA","asOf":4711,"last":"48.00"}

            id: CN.4711000.18.3
            event: trade-executed
            data: {"trade":"CN-18","product":"CEA","price":"48.00","quantity":200}

            event: end
            data: {"code":"STOPPING","detail":"This replica stops. Come back; another one answers."}
            """;
    static final String NO_MARKET =
            """
            {"type": "urn:carbonmarket:problem:MARKET_UNKNOWN",
             "title": "Not found", "status": 404,
             "code": "MARKET_UNKNOWN", "field": "market",
             "detail": "There is no such market; the markets are CN, HB and GD.",
             "instance": "/api/v1/markets/XX/stream"}\
            """;
    static final String BAD_CURSOR =
            """
            {"type": "urn:carbonmarket:problem:CURSOR_INVALID",
             "title": "The request cannot be read", "status": 400,
             "code": "CURSOR_INVALID", "field": "after",
             "detail": "Take the cursor from this market's snapshot or from an event's id.",
             "instance": "/api/v1/markets/CN/stream"}\
            """;
    static final String TOO_OLD =
            """
            {"type": "urn:carbonmarket:problem:CURSOR_TOO_OLD",
             "title": "Refused", "status": 410,
             "code": "CURSOR_TOO_OLD", "field": "after",
             "detail": "The stream does not go back so far. Take a snapshot and go on from there.",
             "instance": "/api/v1/markets/CN/stream"}\
            """;
    static final String TOO_MANY =
            """
            {"type": "urn:carbonmarket:problem:TOO_MANY_STREAMS",
             "title": "Not available right now", "status": 503,
             "code": "TOO_MANY_STREAMS",
             "detail": "This replica has as many readers as it admits; try another or come back.",
             "instance": "/api/v1/markets/CN/stream"}\
            """;

    private StreamExamples() {}
}

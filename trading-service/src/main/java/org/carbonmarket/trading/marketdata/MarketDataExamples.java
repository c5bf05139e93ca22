package org.carbonmarket.trading.marketdata;

/** Examples of the API description. */
final class MarketDataExamples {

    static final String SESSION =
            """
            {"market": "CN", "asOf": "2021-07-16T09:31:00+08:00", "day": "2021-07-16",
             "phase": "OPEN"}\
            """;
    static final String PRODUCTS =
            """
            [{"product": "CEA", "referencePrice": "48.00", "day": "2021-07-16",
              "previousClose": "48.00", "lowerLimit": "43.20", "upperLimit": "52.80",
              "halted": false}]\
            """;
    static final String QUOTE =
            """
            {"market": "CN", "product": "CEA", "day": "2021-07-16", "phase": "OPEN",
             "asOf": 4711, "previousClose": "48.00", "lowerLimit": "43.20",
             "upperLimit": "52.80", "last": "48.00", "open": "48.00", "high": "48.00",
             "low": "48.00", "average": "48.00", "volume": 1200, "amount": "57600.00",
             "bids": [{"price": "47.99", "quantity": 300, "orders": 1}],
             "asks": [{"price": "48.00", "quantity": 3800, "orders": 1}],
             "at": "2021-07-16T09:30:00+08:00"}\
            """;
    static final String TRADES =
            """
            {"asOf": "2021-07-16T09:31:00+08:00", "items": [
             {"trade": "CN-17", "day": "2021-07-16", "product": "CEA", "method": "LISTED",
              "price": "48.00", "quantity": 1200, "amount": "57600.00", "taker": "BUY",
              "at": "2021-07-16T09:30:00+08:00"}]}\
            """;
    static final String NO_MARKET =
            """
            {"type": "urn:carbonmarket:problem:MARKET_UNKNOWN",
             "title": "Not found", "status": 404,
             "code": "MARKET_UNKNOWN", "field": "market",
             "detail": "There is no such market; the markets are CN, HB and GD.",
             "instance": "/api/v1/markets/XX/session"}\
            """;
    static final String NO_QUOTE =
            """
            {"type": "urn:carbonmarket:problem:QUOTE_UNKNOWN",
             "title": "Not found", "status": 404,
             "code": "QUOTE_UNKNOWN",
             "detail": "The product has no quote in this market yet.",
             "instance": "/api/v1/markets/CN/products/CEA/quote"}\
            """;
    static final String BAD_CURSOR =
            """
            {"type": "urn:carbonmarket:problem:CURSOR_INVALID",
             "title": "The request cannot be read", "status": 400,
             "code": "CURSOR_INVALID", "field": "cursor",
             "detail": "Take the cursor from the page before.",
             "instance": "/api/v1/markets/CN/trades"}\
            """;

    private MarketDataExamples() {}
}

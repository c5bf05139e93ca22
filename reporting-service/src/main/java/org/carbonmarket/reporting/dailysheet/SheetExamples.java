package org.carbonmarket.reporting.dailysheet;

/** Examples of answers, for the OpenAPI document. */
final class SheetExamples {

    static final String SHEETS =
            """
            {"asOf":{"time":"2021-07-16T15:00:00+08:00","sequences":{"trading.trades-0":1200}},
             "sheets":[{"market":"CN","day":"2021-07-16","product":"CEA","state":"FINAL",
             "previousClose":"48.00","open":"48.00","high":"52.80","low":"48.00","close":"51.23",
             "change":"3.23","changePercent":"6.73","trades":1200,"volume":4103953,
             "amount":"210230053.25","listed":{"volume":4103953,"amount":"210230053.25"},
             "block":{"volume":0,"amount":"0.00"},"auction":{"volume":0,"amount":"0.00"}}]}
            """;

    static final String DAY_MALFORMED =
            """
            {"type":"about:blank","title":"Bad Request","status":400,"code":"DAY_MALFORMED",
             "field":"day","detail":"A day is written 2021-07-16."}
            """;

    private SheetExamples() {}
}

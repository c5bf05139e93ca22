package org.carbonmarket.registry.compliance;

/** What requests and answers look like, for the OpenAPI document. */
final class ComplianceExamples {

    static final String OBLIGATION =
            """
            {"account":"POWER-1","year":2024,"state":"PARTLY_SURRENDERED",\
            "verifiedEmissions":2500000,"obligation":2500000,"surrendered":2000000,\
            "offset":125000,"deducted":0,"remaining":375000,"deadline":"2025-12-31",\
            "changedAt":"2025-11-20T10:00:00+08:00"}\
            """;
    static final String OBLIGATIONS = "{\"items\":[" + OBLIGATION + "],\"next\":\"MjAyNA\"}";
    static final String SURRENDER = "{\"year\":2024,\"product\":\"CEA24\",\"tonnes\":2000000}";
    static final String SURRENDERED =
            """
            {"posting":812,"account":"POWER-1","year":2024,"product":"CEA24","tonnes":2000000,\
            "state":"PARTLY_SURRENDERED","remaining":500000,"at":"2025-11-20T10:00:00+08:00"}\
            """;
    static final String SURRENDERS =
            """
            {"items":[{"posting":812,"account":"POWER-1","year":2024,"holder":"POWER-1",\
            "product":"CEA24","tonnes":2000000,"at":"2025-11-20T10:00:00+08:00"}]}\
            """;
    static final String UNKNOWN =
            """
            {"type":"urn:carbonmarket:problem:OBLIGATION_UNKNOWN","title":"Not found",\
            "status":404,"code":"OBLIGATION_UNKNOWN",\
            "detail":"Account POWER-1 has no obligation for 2019."}\
            """;
    static final String EXCEEDED =
            """
            {"type":"urn:carbonmarket:problem:OBLIGATION_EXCEEDED",\
            "title":"Conflict with the present state","status":409,"code":"OBLIGATION_EXCEEDED",\
            "field":"tonnes",\
            "detail":"Of the obligation for 2024, 500 t are still owed; asked for were 600 t."}\
            """;
    static final String OFFSET_LIMIT =
            """
            {"type":"urn:carbonmarket:problem:OFFSET_LIMIT",\
            "title":"Conflict with the present state","status":409,"code":"OFFSET_LIMIT",\
            "field":"tonnes",\
            "detail":"Credits may meet 125000 t of the obligation; 125000 t are used already."}\
            """;
    static final String NOT_ADMITTED =
            """
            {"type":"urn:carbonmarket:problem:VINTAGE_NOT_ADMITTED",\
            "title":"The request cannot be done","status":422,"code":"VINTAGE_NOT_ADMITTED",\
            "field":"product",\
            "detail":"For 2023, vintages 2019 to 2023 are admitted; CEA24 is of 2024 to 2024."}\
            """;

    private ComplianceExamples() {}
}

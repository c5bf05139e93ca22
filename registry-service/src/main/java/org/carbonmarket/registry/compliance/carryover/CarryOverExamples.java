package org.carbonmarket.registry.compliance.carryover;

/** What requests and answers look like, for the OpenAPI document. */
final class CarryOverExamples {

    static final String FILE = "{\"year\":2025,\"product\":\"CEA24\",\"tonnes\":10000}";
    static final String FILED =
            """
            {"carryOver":"CO-3","account":"POWER-1","year":2025,"product":"CEA24","into":"CEA25",\
            "tonnes":10000,"state":"FILED","filedBy":"POWER-1",\
            "filedAt":"2026-03-02T10:00:00+08:00"}\
            """;
    static final String CARRIED =
            """
            {"carryOver":"CO-3","account":"POWER-1","year":2025,"product":"CEA24","into":"CEA25",\
            "tonnes":10000,"state":"CARRIED","filedBy":"POWER-1",\
            "filedAt":"2026-03-02T10:00:00+08:00","decidedBy":"lin",\
            "decidedAt":"2026-03-05T10:00:00+08:00","posting":9002}\
            """;
    static final String PAGE = "{\"items\":[" + CARRIED + "],\"next\":\"Mw\"}";
    static final String LIMIT =
            """
            {"account":"POWER-1","year":2025,"sold":50000,"bought":30000,"held":120000,\
            "most":40000,"filed":10000}\
            """;
    static final String EXCEEDED =
            """
            {"type":"urn:carbonmarket:problem:CARRY_OVER_LIMIT",\
            "title":"Conflict with the present state","status":409,"code":"CARRY_OVER_LIMIT",\
            "field":"tonnes",\
            "detail":"The account may carry over 40000 t, of which 10000 t are applied for already."}\
            """;
    static final String UNKNOWN =
            """
            {"type":"urn:carbonmarket:problem:CARRY_OVER_UNKNOWN","title":"Not found",\
            "status":404,"code":"CARRY_OVER_UNKNOWN","detail":"There is no carry-over CO-9."}\
            """;
    static final String PROPOSE_LAPSE = "{\"year\":2025,\"document\":\"MEE 2026/12\"}";
    static final String LAPSE =
            """
            {"lapse":"LP-1","year":2025,"document":"MEE 2026/12","state":"APPROVED",\
            "proposedBy":"lin","proposedAt":"2026-07-01T10:00:00+08:00","approvedBy":"zhou",\
            "approvedAt":"2026-07-01T11:00:00+08:00","lapsed":250,"waiting":0}\
            """;

    private CarryOverExamples() {}
}

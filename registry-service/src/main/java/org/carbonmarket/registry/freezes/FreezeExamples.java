package org.carbonmarket.registry.freezes;

/** What requests and answers look like, for the OpenAPI document. */
final class FreezeExamples {

    static final String PROPOSE =
            """
            {"account":"POWER-1","product":"CEA24","tonnes":5000,"market":"CN",\
            "reason":"Enforcement","document":"Court of Example, order 2025/31"}\
            """;
    static final String PROPOSED =
            """
            {"freeze":"FZ-1","account":"POWER-1","product":"CEA24","market":"CN","tonnes":5000,\
            "frozen":0,"reason":"Enforcement","document":"Court of Example, order 2025/31",\
            "state":"PROPOSED","proposedBy":"lin","proposedAt":"2025-11-20T10:00:00+08:00"}\
            """;
    static final String IN_FORCE =
            """
            {"freeze":"FZ-1","account":"POWER-1","product":"CEA24","market":"CN","tonnes":5000,\
            "frozen":3000,"reason":"Enforcement","document":"Court of Example, order 2025/31",\
            "state":"IN_FORCE","proposedBy":"lin","proposedAt":"2025-11-20T10:00:00+08:00",\
            "approvedBy":"zhou","approvedAt":"2025-11-20T11:00:00+08:00"}\
            """;
    static final String PAGE = "{\"items\":[" + IN_FORCE + "],\"next\":\"MQ\"}";
    static final String LIFT = "{\"document\":\"Court of Example, order 2026/4\"}";
    static final String EXPIRED =
            """
            {"type":"urn:carbonmarket:problem:PROPOSAL_EXPIRED",\
            "title":"Conflict with the present state","status":409,"code":"PROPOSAL_EXPIRED",\
            "detail":"The proposal is older than 2 days; make a new one."}\
            """;
    static final String STATE =
            """
            {"type":"urn:carbonmarket:problem:FREEZE_STATE",\
            "title":"Conflict with the present state","status":409,"code":"FREEZE_STATE",\
            "detail":"Freeze FZ-1 is LIFTED."}\
            """;
    static final String UNKNOWN =
            """
            {"type":"urn:carbonmarket:problem:FREEZE_UNKNOWN","title":"Not found","status":404,\
            "code":"FREEZE_UNKNOWN","detail":"There is no freeze FZ-9."}\
            """;

    private FreezeExamples() {}
}

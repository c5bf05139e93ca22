package org.carbonmarket.registry.transfers;

/** What requests and answers look like, for the OpenAPI document. */
final class TransferExamples {

    static final String PROPOSE =
            """
            {"account":"POWER-1","receiver":"POWER-2","product":"CEA24","tonnes":5000,\
            "kind":"MERGER","document":"Merger register 2025/7"}\
            """;
    static final String TRANSFER =
            """
            {"transfer":"TF-1","account":"POWER-1","receiver":"POWER-2","product":"CEA24",\
            "tonnes":5000,"kind":"MERGER","document":"Merger register 2025/7",\
            "state":"APPROVED","proposedBy":"lin","proposedAt":"2025-11-20T10:00:00+08:00",\
            "expiresAt":"2025-11-22T10:00:00+08:00","approvedBy":"zhou",\
            "notBefore":"2025-11-21T13:00:00+08:00"}\
            """;
    static final String PAGE = "{\"items\":[" + TRANSFER + "],\"next\":\"MQ\"}";
    static final String CAP =
            """
            {"type":"urn:carbonmarket:problem:TRANSFER_CAP",\
            "title":"Conflict with the present state","status":409,"code":"TRANSFER_CAP",\
            "field":"tonnes",\
            "detail":"To an account that is not trusted, at most 100000 t are transferred at once."}\
            """;
    static final String EXPIRED =
            """
            {"type":"urn:carbonmarket:problem:PROPOSAL_EXPIRED",\
            "title":"Conflict with the present state","status":409,"code":"PROPOSAL_EXPIRED",\
            "detail":"The proposal waited too long for a second person."}\
            """;
    static final String DELAYED =
            """
            {"type":"urn:carbonmarket:problem:TRANSFER_DELAYED",\
            "title":"Conflict with the present state","status":409,"code":"TRANSFER_DELAYED",\
            "detail":"The transfer is executed from 2025-11-21T13:00+08:00 on."}\
            """;
    static final String CLOSED =
            """
            {"type":"urn:carbonmarket:problem:OUTSIDE_WORKING_HOURS",\
            "title":"Conflict with the present state","status":409,\
            "code":"OUTSIDE_WORKING_HOURS",\
            "detail":"Transfers are executed on working days from 09:00 to 17:00."}\
            """;
    static final String LIMIT =
            """
            {"type":"urn:carbonmarket:problem:DAILY_LIMIT",\
            "title":"Conflict with the present state","status":409,"code":"DAILY_LIMIT",\
            "detail":"The account may give 1000000 t a day and gave 999000 t today."}\
            """;
    static final String UNKNOWN =
            """
            {"type":"urn:carbonmarket:problem:TRANSFER_UNKNOWN","title":"Not found",\
            "status":404,"code":"TRANSFER_UNKNOWN","detail":"There is no transfer TF-9."}\
            """;
    static final String TRUST = "{\"trusted\":\"POWER-2\"}";
    static final String TRUSTED =
            """
            {"account":"POWER-1","trusted":"POWER-2","proposedBy":"POWER-1",\
            "proposedAt":"2025-11-20T10:00:00+08:00","approvedBy":"lin",\
            "effectiveOn":"2025-11-26"}\
            """;
    static final String LIST = "[" + TRUSTED + "]";

    private TransferExamples() {}
}

package org.carbonmarket.registry.credits.projects;

/** What requests and answers look like, for the OpenAPI document. */
final class CreditExamples {

    static final String PROJECT =
            """
            {"project":"FOREST1","name":"Forest of Example County","methodology":"CCER-14-001-V01",\
            "owner":"FOREST-OWNER","registeredOn":"2024-01-22","creditingFrom":"2020-09-22",\
            "creditingTo":"2040-09-21","recordedAt":"2024-01-22T10:00:00+08:00"}\
            """;
    static final String REGISTER =
            """
            {"project":"FOREST1","name":"Forest of Example County","methodology":"CCER-14-001-V01",\
            "owner":"FOREST-OWNER","registeredOn":"2024-01-22","creditingFrom":"2020-09-22",\
            "creditingTo":"2040-09-21"}\
            """;
    static final String PROJECTS = "{\"items\":[" + PROJECT + "],\"next\":\"Rk9SRVNUMQ\"}";
    static final String PROPOSE =
            """
            {"periodFrom":"2020-09-22","periodTo":"2023-12-31","tonnes":50000,\
            "document":"Verification report 2024-17"}\
            """;
    static final String PROPOSED =
            """
            {"batch":"FOREST1-B1","project":"FOREST1","number":1,"vintage":2023,\
            "periodFrom":"2020-09-22","periodTo":"2023-12-31","tonnes":50000,\
            "document":"Verification report 2024-17","state":"PROPOSED","proposedBy":"lin",\
            "proposedAt":"2024-03-01T10:00:00+08:00"}\
            """;
    static final String ISSUED =
            """
            {"batch":"FOREST1-B1","project":"FOREST1","number":1,"vintage":2023,\
            "periodFrom":"2020-09-22","periodTo":"2023-12-31","tonnes":50000,\
            "document":"Verification report 2024-17","state":"ISSUED","proposedBy":"lin",\
            "proposedAt":"2024-03-01T10:00:00+08:00","approvedBy":"zhou",\
            "issuedAt":"2024-03-01T11:00:00+08:00","serials":{"first":1,"last":50000},\
            "posting":17}\
            """;
    static final String BATCHES = "{\"items\":[" + ISSUED + "]}";

    static final String PROJECT_EXISTS =
            """
            {"type":"urn:carbonmarket:problem:PROJECT_EXISTS",\
            "title":"Conflict with the present state","status":409,"code":"PROJECT_EXISTS",\
            "field":"project","detail":"Project FOREST1 exists already."}\
            """;
    static final String PROJECT_UNKNOWN =
            """
            {"type":"urn:carbonmarket:problem:PROJECT_UNKNOWN","title":"Not found","status":404,\
            "code":"PROJECT_UNKNOWN","detail":"There is no project FOREST9."}\
            """;
    static final String PERIOD_CREDITED =
            """
            {"type":"urn:carbonmarket:problem:PERIOD_CREDITED",\
            "title":"Conflict with the present state","status":409,"code":"PERIOD_CREDITED",\
            "field":"periodFrom",\
            "detail":"The monitoring period shares days with that of batch FOREST1-B1."}\
            """;
    static final String OUTSIDE_CREDITING_PERIOD =
            """
            {"type":"urn:carbonmarket:problem:OUTSIDE_CREDITING_PERIOD",\
            "title":"The request cannot be done","status":422,"code":"OUTSIDE_CREDITING_PERIOD",\
            "field":"periodFrom",\
            "detail":"Project FOREST1 credits reductions from 2020-09-22 to 2040-09-21."}\
            """;

    private CreditExamples() {}
}

package org.carbonmarket.registry.credits.retirement;

/** What requests and answers look like, for the OpenAPI document. */
final class RetirementExamples {

    static final String RETIRE =
            """
            {"product":"CCER-FOREST1-2023","tonnes":100,"firstSerial":501,\
            "beneficiary":"Example Airlines","reason":"Flights of 2024"}\
            """;
    static final String RETIRED =
            """
            {"retirement":"RT-3","account":"FOREST-OWNER","product":"CCER-FOREST1-2023",\
            "tonnes":100,"purpose":"VOLUNTARY","beneficiary":"Example Airlines",\
            "reason":"Flights of 2024","posting":19,\
            "certificate":"9f0c1e4b7a2d5f8e3c6b9a0d1e4f7a2b5c8d1e4f7a0b3c6d9e2f5a8b1c4d7e0f",\
            "at":"2024-03-03T10:00:00+08:00"}\
            """;
    static final String PAGE = "{\"items\":[" + RETIRED + "],\"next\":\"Mw\"}";
    static final String CERTIFICATE =
            """
            {"certificate":"RT-3","account":"FOREST-OWNER","beneficiary":"Example Airlines",\
            "purpose":"VOLUNTARY","reason":"Flights of 2024","tonnes":100,\
            "serials":[{"project":"FOREST1","methodology":"CCER-14-001-V01",\
            "batch":"FOREST1-B1","vintage":2023,"firstSerial":501,"lastSerial":600}],\
            "posting":19,"retiredAt":"2024-03-03T10:00:00+08:00"}\
            """;
    static final String SERIALS_NOT_HELD =
            """
            {"type":"urn:carbonmarket:problem:SERIALS_NOT_HELD",\
            "title":"Conflict with the present state","status":409,"code":"SERIALS_NOT_HELD",\
            "field":"firstSerial",\
            "detail":"The account does not hold all of serials 501-600 of CCER-FOREST1-2023."}\
            """;
    static final String NO_CREDIT =
            """
            {"type":"urn:carbonmarket:problem:NO_CREDIT","title":"The request cannot be done",\
            "status":422,"code":"NO_CREDIT","field":"product","detail":"Product CEA is no credit."}\
            """;
    static final String UNKNOWN =
            """
            {"type":"urn:carbonmarket:problem:RETIREMENT_UNKNOWN","title":"Not found",\
            "status":404,"code":"RETIREMENT_UNKNOWN","detail":"There is no retirement RT-9."}\
            """;
    static final String CERTIFICATE_UNKNOWN =
            """
            {"type":"urn:carbonmarket:problem:CERTIFICATE_UNKNOWN","title":"Not found",\
            "status":404,"code":"CERTIFICATE_UNKNOWN",\
            "detail":"No certificate of this registry has that hash."}\
            """;

    private RetirementExamples() {}
}

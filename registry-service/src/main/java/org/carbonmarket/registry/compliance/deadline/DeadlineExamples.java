package org.carbonmarket.registry.compliance.deadline;

/** What answers look like, for the OpenAPI document. */
final class DeadlineExamples {

    static final String RATE =
            """
            {"year":2024,"units":2162,"fulfilled":2151,"overdue":11,"obligation":4500000000,\
            "surrendered":4480000000,"offset":19500000,"rate":"99.49"}\
            """;
    static final String RUN = "{\"units\":11,\"rate\":" + RATE + "}";
    static final String NOTICES =
            """
            {"items":[{"notice":"NT-7","account":"POWER-1","year":2024,"shortfall":1,\
            "averagePrice":"61.25","fineFrom":"306.25","fineTo":"612.50","deductionYear":2025,\
            "at":"2026-01-05T09:00:00+08:00"}],"next":"Nw"}\
            """;
    static final String INCOMPLETE =
            """
            {"type":"urn:carbonmarket:problem:PRICES_INCOMPLETE",\
            "title":"Conflict with the present state","status":409,"code":"PRICES_INCOMPLETE",\
            "detail":"The trades of 2025-12-31 are not all known here yet; ask again."}\
            """;

    private DeadlineExamples() {}
}

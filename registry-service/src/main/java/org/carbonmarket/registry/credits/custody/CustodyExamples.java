package org.carbonmarket.registry.credits.custody;

/** What requests and answers look like, for the OpenAPI document. */
final class CustodyExamples {

    static final String POOL = "{\"product\":\"CCER-FOREST1-2023\",\"tonnes\":500}";
    static final String POOLED =
            """
            {"account":"FOREST-OWNER","product":"CCER-FOREST1-2023","tonnes":500,\
            "serials":[{"first":1,"last":500}],"posting":18,"at":"2024-03-02T10:00:00+08:00"}\
            """;
    static final String HELD =
            """
            {"items":[{"project":"FOREST1","batch":"FOREST1-B1","vintage":2023,\
            "serials":{"first":501,"last":50000}}]}\
            """;
    static final String NO_SERIALS =
            """
            {"type":"urn:carbonmarket:problem:NO_SERIALS","title":"The request cannot be done",\
            "status":422,"code":"NO_SERIALS","field":"product",\
            "detail":"Product CEA is no project's credits."}\
            """;

    private CustodyExamples() {}
}

package org.carbonmarket.trading.auction;

/** Examples for the OpenAPI document. */
final class AuctionExamples {

    static final String ANNOUNCEMENT =
            """
            {"account": "REGULATOR-1", "product": "CEA", "quantity": 500000,
             "reservePrice": "50.00", "pricing": "UNIFORM",
             "opensAt": "2021-07-21T10:00:00+08:00", "closesAt": "2021-07-21T11:00:00+08:00",
             "bidders": []}\
            """;
    static final String ANNOUNCED =
            """
            {"auction": "CN-1400", "url": "/api/v1/markets/CN/auctions/CN-1400"}\
            """;
    static final String SHORT =
            """
            {"type": "urn:carbonmarket:problem:ALLOWANCES_INSUFFICIENT",
             "title": "The request cannot be done", "status": 422,
             "code": "ALLOWANCES_INSUFFICIENT", "field": "quantity",
             "detail": "10000 t of CEA are sellable, not 500000 t.",
             "instance": "/api/v1/markets/CN/auctions"}\
            """;
    static final String ADMISSION =
            """
            {"account": "POWER-001"}\
            """;
    static final String CANCELLATION =
            """
            {"reason": "The quantity was announced in error."}\
            """;
    static final String BID =
            """
            {"account": "POWER-001", "price": "51.20", "quantity": 10000, "reserve": "515000.00"}\
            """;
    static final String SEALED =
            """
            {"account": "POWER-001", "reserve": "515000.00",
             "sealedBid": "q1Z0c2VhbGVkIGJpZCBvZiBwcmljZSBhbmQgcXVhbnRpdHk="}\
            """;
    static final String PLACED =
            """
            {"command": "5f0c19a2d7e84b36-21", "order": "CN-1407", "account": "POWER-001",
             "auction": "CN-1400", "reserved": "515000.00", "repeated": false,
             "at": "2021-07-21T10:05:00+08:00"}\
            """;
    static final String TOO_SMALL =
            """
            {"type": "urn:carbonmarket:problem:RESERVE_TOO_SMALL",
             "title": "The request cannot be read", "status": 400,
             "code": "RESERVE_TOO_SMALL", "field": "reserve",
             "detail": "The bid costs 512000.00 yuan before its fee; put at least that aside.",
             "instance": "/api/v1/markets/CN/auctions/CN-1400/bids"}\
            """;
    static final String NOT_ADMITTED =
            """
            {"type": "urn:carbonmarket:problem:BIDDER_NOT_ADMITTED",
             "title": "The request cannot be done", "status": 422,
             "code": "BIDDER_NOT_ADMITTED", "field": "account",
             "detail": "The account POWER-001 was not admitted to auction CN-1400.",
             "instance": "/api/v1/markets/CN/auctions/CN-1400/bids"}\
            """;
    static final String WITHDRAWN =
            """
            {"command": "5f0c19a2d7e84b36-22", "order": "CN-1407", "account": "POWER-001",
             "auction": "CN-1400", "reason": "WITHDRAWN", "filled": 0, "amount": "0.00",
             "at": "2021-07-21T10:10:00+08:00"}\
            """;
    static final String NOT_OPEN =
            """
            {"type": "urn:carbonmarket:problem:BID_NOT_OPEN",
             "title": "The request cannot be done", "status": 422,
             "code": "BID_NOT_OPEN", "field": "bid",
             "detail": "No bid CN-1407 of this account can be taken back.",
             "instance": "/api/v1/markets/CN/bids/CN-1407"}\
            """;
    static final String AUCTION =
            """
            {"auction": "CN-1400", "product": "CEA", "quantity": 500000,
             "reservePrice": "50.00", "pricing": "UNIFORM",
             "opensAt": "2021-07-21T10:00:00+08:00", "closesAt": "2021-07-21T11:00:00+08:00",
             "invitedOnly": false,
             "sealingKey": "MCowBQYDK2VuAyEA4oC3Ptk7vG5cQ0m1S3mZtB7c2b5yXnq8Jp0r6uY1Z0c=",
             "state": "ENDED", "sold": 480000, "unsold": 20000, "amount": "24480000.00",
             "lowestPrice": "51.00", "bids": 12, "announcedAt": "2021-07-20T09:00:00+08:00",
             "changedAt": "2021-07-21T11:00:00+08:00"}\
            """;
    static final String AUCTIONS =
            "{\"asOf\": \"2021-07-21T11:00:01+08:00\", \"items\": [" + AUCTION + "]}";
    static final String BIDS =
            """
            {"asOf": "2021-07-21T10:06:00+08:00", "items": [
             {"bid": "CN-1407", "auction": "CN-1400", "account": "POWER-001",
              "reserved": "515000.00", "state": "SEALED", "filled": 0, "amount": "0.00",
              "madeAt": "2021-07-21T10:05:00+08:00", "changedAt": "2021-07-21T10:05:00+08:00"}]}\
            """;
    static final String UNKNOWN =
            """
            {"type": "urn:carbonmarket:problem:AUCTION_UNKNOWN",
             "title": "There is no such thing", "status": 404,
             "code": "AUCTION_UNKNOWN", "field": "auction",
             "detail": "There is no such auction, or it is not projected yet.",
             "instance": "/api/v1/markets/CN/auctions/CN-1"}\
            """;
    static final String BAD_CURSOR =
            """
            {"type": "urn:carbonmarket:problem:CURSOR_INVALID",
             "title": "The request cannot be read", "status": 400,
             "code": "CURSOR_INVALID", "field": "cursor",
             "detail": "Take the cursor from the page before.",
             "instance": "/api/v1/markets/CN/auctions"}\
            """;

    private AuctionExamples() {}
}

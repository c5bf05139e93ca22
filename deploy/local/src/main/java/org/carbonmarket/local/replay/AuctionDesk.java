package org.carbonmarket.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.local.Api;
import org.carbonmarket.local.Api.Answer;
import org.carbonmarket.local.PlatformFailure;
import org.carbonmarket.local.ServiceName;
import org.carbonmarket.local.Waiting;
import org.carbonmarket.local.replay.plan.Cast;
import org.carbonmarket.local.replay.plan.Schedule.Auction;
import org.carbonmarket.local.replay.plan.Schedule.Bid;
import org.carbonmarket.local.replay.plan.Schedule.ProductPlan;

/** Holds a product's auctions: announced, bid for under seal, ended by the market's own clerk. */
final class AuctionDesk {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String AUCTIONS = "/markets/CN/auctions";
    private static final int PAGE = 50;

    private final Api api;

    AuctionDesk(Api api) {
        this.api = api;
    }

    /** Announces what is not announced yet and bids. Repeated, it changes nothing. */
    void bid(LocalDate day, ProductPlan plan) {
        for (Auction auction : plan.auctions()) {
            String number = find(day, plan.product()).orElseGet(() -> announce(day, plan, auction));
            for (int i = 0; i < auction.bids().size(); i++) {
                bid(number, auction.bids().get(i), "%s-bid-%d".formatted(plan.product(), i));
            }
        }
    }

    /** Waits until all is sold. */
    void awaitSold(LocalDate day, ProductPlan plan) {
        for (Auction auction : plan.auctions()) {
            Waiting.until(
                    "the auction of %s ends on %s".formatted(plan.product(), day),
                    PATIENCE,
                    () -> isSold(day, plan.product(), tonnes(auction)));
        }
    }

    private boolean isSold(LocalDate day, ProductCode product, long tonnes) {
        String number =
                find(day, product)
                        .orElseThrow(() ->
                                new PlatformFailure(
                                        "No auction of %s on %s.".formatted(product, day)));
        JsonNode auction = api.get(ServiceName.TRADING, null, AUCTIONS + "/" + number).body();
        boolean isOver = !auction.path("state").asText().equals("ANNOUNCED");
        if (isOver && auction.path("sold").asLong() != tonnes) {
            throw new PlatformFailure("An auction did not sell all: " + auction);
        }
        return isOver;
    }

    /** A repeated announcement whose first answer was lost is left without a bid. */
    private Optional<String> find(LocalDate day, ProductCode product) {
        JsonNode page = api.get(ServiceName.TRADING, null, AUCTIONS + "?limit=" + PAGE).body();
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(auction ->
                        auction.path("product").asText().equals(product.value())
                                && auction.path("closesAt").asText().startsWith(day.toString()))
                .map(auction -> auction.path("auction").asText())
                .min(Comparator.comparingInt(String::length).thenComparing(number -> number));
    }

    private String announce(LocalDate day, ProductPlan plan, Auction auction) {
        Answer answer =
                api.post(
                        ServiceName.TRADING,
                        "market-operator",
                        AUCTIONS,
                        "auction-" + plan.product(),
                        Map.of(
                                "account",
                                Cast.account(auction.seller()),
                                "product",
                                plan.product().value(),
                                "quantity",
                                tonnes(auction),
                                "reservePrice",
                                Price.ofFen(lowest(auction)).toString(),
                                "pricing",
                                "PAY_AS_BID",
                                "opensAt",
                                ReplayClock.text(day, ReplayClock.AFTERNOON),
                                "closesAt",
                                ReplayClock.text(day, ReplayClock.AUCTIONS_END)));
        Waiting.until(
                "the auction of %s is announced".formatted(plan.product()),
                PATIENCE,
                () -> {
                    boolean isThere = find(day, plan.product()).isPresent();
                    if (!isThere) {
                        answer.expectDone("announcing an auction of " + plan.product());
                    }
                    return isThere;
                });
        return find(day, plan.product()).orElseThrow();
    }

    private void bid(String auction, Bid bid, String key) {
        String bidder = Cast.account(bid.bidder());
        Waiting.until(
                "the market answers " + key,
                PATIENCE,
                () -> {
                    Answer answer =
                            api.post(
                                    ServiceName.TRADING,
                                    bidder,
                                    AUCTIONS + "/" + auction + "/bids",
                                    key,
                                    Map.of(
                                            "account",
                                            bidder,
                                            "price",
                                            Price.ofFen(bid.trade().price()).toString(),
                                            "quantity",
                                            bid.trade().tonnes(),
                                            "reserve",
                                            Money.ofFen(bid.trade().amount()).toString()));
                    answer.expectDone(key);
                    return answer.status() == 201;
                });
    }

    private static long tonnes(Auction auction) {
        return auction.bids().stream().mapToLong(bid -> bid.trade().tonnes()).sum();
    }

    private static long lowest(Auction auction) {
        return auction.bids().stream().mapToLong(bid -> bid.trade().price()).min().orElseThrow();
    }
}

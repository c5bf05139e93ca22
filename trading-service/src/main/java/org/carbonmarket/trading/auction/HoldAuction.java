package org.carbonmarket.trading.auction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.marketlog.AuctionCommand.AdmitBidder;
import org.carbonmarket.events.marketlog.AuctionCommand.AnnounceAuction;
import org.carbonmarket.events.marketlog.AuctionCommand.CancelAuction;
import org.carbonmarket.events.marketlog.AuctionCommand.WithdrawBid;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.trading.AuctionPricing;
import org.carbonmarket.trading.answers.Answer;
import org.carbonmarket.trading.answers.Answers;
import org.carbonmarket.trading.answers.RequestNumbers;
import org.carbonmarket.trading.auction.AuctionForms.Announcement;
import org.carbonmarket.trading.http.FormFields;
import org.jspecify.annotations.Nullable;

/** Sends the steps of auctions to the market and waits for what it says. */
@ApplicationScoped
class HoldAuction {

    private static final int MOST_BIDDERS = 10_000;

    private final Answers answers;
    private final RequestNumbers numbers;
    private final BusinessClock clock;
    private final OpeningKeys keys;
    private final AuctionRows auctions;
    private final Set<KeyInFlight> inFlight = ConcurrentHashMap.newKeySet();

    @Inject
    HoldAuction(
            Answers answers,
            RequestNumbers numbers,
            BusinessClock clock,
            OpeningKeys keys,
            AuctionRows auctions) {
        this.answers = answers;
        this.numbers = numbers;
        this.clock = clock;
        this.keys = keys;
        this.auctions = auctions;
    }

    private record KeyInFlight(Market market, AccountId account, String key) {}

    /** The auction's key is kept before its announcement goes out: no bid is ever lost to it. */
    CompletionStage<Answer> announce(Market market, Announcement form) {
        AnnounceAuction unsealed =
                new AnnounceAuction(
                        market,
                        numbers.next(),
                        FormFields.account(form.account()),
                        FormFields.product(form.product()),
                        FormFields.tonnes("quantity", form.quantity()),
                        FormFields.price("reservePrice", form.reservePrice()),
                        FormFields.choice(
                                "pricing", form.pricing(), AuctionPricing.class, "PRICING_INVALID"),
                        FormFields.time("opensAt", form.opensAt()),
                        FormFields.time("closesAt", form.closesAt()),
                        bidders(form.bidders()),
                        "",
                        clock.now());
        return answers.ask(sealedWith(keys.make(clock.now()), unsealed));
    }

    private static AnnounceAuction sealedWith(String key, AnnounceAuction announcement) {
        return new AnnounceAuction(
                announcement.market(),
                announcement.command(),
                announcement.account(),
                announcement.product(),
                announcement.quantity(),
                announcement.reservePrice(),
                announcement.pricing(),
                announcement.opensAt(),
                announcement.closesAt(),
                announcement.bidders(),
                key,
                announcement.at());
    }

    private static List<AccountId> bidders(@Nullable List<String> named) {
        if (named == null) {
            return List.of();
        }
        if (named.size() > MOST_BIDDERS) {
            throw new Refusal(
                    400,
                    "BIDDERS_TOO_MANY",
                    "bidders",
                    "At most " + MOST_BIDDERS + " bidders can be named at once.");
        }
        return named.stream().map(name -> FormFields.account("bidders", name)).toList();
    }

    CompletionStage<Answer> admit(OrderId auction, AccountId bidder) {
        return answers.ask(
                new AdmitBidder(auction.market(), numbers.next(), auction, bidder, clock.now()));
    }

    CompletionStage<Answer> cancel(OrderId auction, String reason) {
        return answers.ask(
                new CancelAuction(auction.market(), numbers.next(), auction, reason, clock.now()));
    }

    /** Fails with a {@link Refusal} 409 while a bid with the same key waits on this replica. */
    CompletionStage<Answer> bid(SealedBidding bid, @Nullable String idempotencyKey) {
        String sealingKey = sealingKeyOf(bid.auction());
        String openingKey = keys.find(sealingKey).orElseThrow(HoldAuction::unknown);
        if (idempotencyKey == null) {
            return answers.ask(
                    bid.command(numbers.next(), sealingKey, openingKey, null, clock.now()));
        }
        KeyInFlight key = new KeyInFlight(bid.auction().market(), bid.account(), idempotencyKey);
        if (!inFlight.add(key)) {
            return CompletableFuture.failedStage(
                    new Refusal(
                            409,
                            "REQUEST_IN_FLIGHT",
                            "Idempotency-Key",
                            "A bid with this key is on its way; ask again for its answer."));
        }
        return answers.ask(
                        bid.command(
                                numbers.next(),
                                sealingKey,
                                openingKey,
                                idempotencyKey,
                                clock.now()))
                .whenComplete((_, _) -> inFlight.remove(key));
    }

    CompletionStage<Answer> withdraw(OrderId bid, AccountId account) {
        return answers.ask(
                new WithdrawBid(bid.market(), numbers.next(), account, bid, clock.now()));
    }

    private String sealingKeyOf(OrderId auction) {
        return auctions.find(auction).orElseThrow(HoldAuction::unknown).sealingKey;
    }

    static Refusal unknown() {
        return new Refusal(
                404,
                "AUCTION_UNKNOWN",
                "auction",
                "There is no such auction, or it is not projected yet.");
    }
}

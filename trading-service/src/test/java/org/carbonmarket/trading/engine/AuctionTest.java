package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.AT;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CEA;
import static org.carbonmarket.trading.engine.Scenario.CHEN;
import static org.carbonmarket.trading.engine.Scenario.CN;
import static org.carbonmarket.trading.engine.Scenario.FRIDAY;
import static org.carbonmarket.trading.engine.Scenario.MONDAY;

import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.marketlog.AuctionCommand.AdmitBidder;
import org.carbonmarket.events.marketlog.AuctionCommand.AnnounceAuction;
import org.carbonmarket.events.marketlog.AuctionCommand.CancelAuction;
import org.carbonmarket.events.marketlog.AuctionCommand.EndAuction;
import org.carbonmarket.events.marketlog.AuctionCommand.PlaceBid;
import org.carbonmarket.events.marketlog.AuctionCommand.WithdrawBid;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.AuctionEvent.AuctionCancelled;
import org.carbonmarket.events.trading.AuctionEvent.AuctionEnded;
import org.carbonmarket.events.trading.AuctionPricing;
import org.carbonmarket.events.trading.BidEvent.BidEnded;
import org.carbonmarket.events.trading.BidEvent.BidPlaced;
import org.carbonmarket.events.trading.BidEvent.BidRefused;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.events.trading.SupervisionEvent.RequestDone;
import org.carbonmarket.events.trading.SupervisionEvent.RequestRefused;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.events.trading.TradingMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of one-way auctions (market rules, Trading, "One-way auction"), one by one. */
class AuctionTest {

    private static final OffsetDateTime OPENS = AT.withHour(10).withMinute(0);
    private static final OffsetDateTime DURING = AT.withHour(10).withMinute(30);
    private static final OffsetDateTime ENDS = AT.withHour(11).withMinute(0);

    private final AuctionKeys keys = AuctionKeys.fresh();
    private final Scenario market = Scenario.openMarket();
    private OrderId auction = new OrderId(CN, 0);

    @Test
    void announcingReservesTheSellersAllowances() {
        announce(6_000, "50.00", AuctionPricing.PAY_AS_BID);

        assertThat(market.tonnesOf(ANNA)).isEqualTo("4000/6000/0");
    }

    @Test
    void theSellerMustHoldWhatIsOnSale() {
        List<PublishedEvent> events = announce(10_001, "50.00", AuctionPricing.PAY_AS_BID);

        assertThat(codeOf(events)).isEqualTo(RejectionCode.ALLOWANCES_INSUFFICIENT);
        assertThat(market.tonnesOf(ANNA)).isEqualTo("10000/0/0");
    }

    @Test
    void anAuctionEndsBeforeTheCloseOfAComingDay() {
        for (OffsetDateTime end :
                List.of(OPENS.minusMinutes(1), AT.withHour(15).withMinute(0), ENDS.plusDays(1))) {
            AnnounceAuction command = announcement(100, "50.00", AuctionPricing.UNIFORM, end);

            assertThat(codeOf(market.send(command))).isEqualTo(RejectionCode.TIME_OUT_OF_RANGE);
        }
    }

    @Test
    void theHighestPriceIsServedFirstThenTheEarlierBid() {
        announce(1_000, "50.00", AuctionPricing.PAY_AS_BID);
        OrderId low = bid(BO, "51.00", 600);
        OrderId late = bid(CHEN, "51.00", 600);
        OrderId high = bid(CHEN, "52.00", 300);

        List<PublishedEvent> events = end();

        assertThat(endOf(events, high)).isEqualTo("FILLED 300 15600.00");
        assertThat(endOf(events, low)).isEqualTo("FILLED 600 30600.00");
        assertThat(endOf(events, late)).isEqualTo("PARTLY_FILLED 100 5100.00");
        assertThat(trades(events)).containsExactly("52.00 300", "51.00 600", "51.00 100");
    }

    @Test
    void underUniformPricingAllPayTheLowestAwardedPrice() {
        announce(1_000, "50.00", AuctionPricing.UNIFORM);
        bid(BO, "53.00", 600);
        bid(CHEN, "51.00", 600);

        List<PublishedEvent> events = end();

        assertThat(trades(events)).containsExactly("51.00 600", "51.00 400");
        assertThat(market.moneyOf(BO)).isEqualTo("969400.00/0.00");
        assertThat(market.moneyOf(CHEN)).isEqualTo("979600.00/0.00");
    }

    @Test
    void theUnsoldRestReturnsToTheSeller() {
        announce(1_000, "50.00", AuctionPricing.PAY_AS_BID);
        bid(BO, "51.00", 400);

        AuctionEnded ended = only(end(), AuctionEnded.class);

        assertThat(ended.sold()).isEqualTo(Tonnes.of(400));
        assertThat(ended.unsold()).isEqualTo(Tonnes.of(600));
        assertThat(ended.lowestPrice()).isEqualTo(Price.ofYuan("51.00"));
        assertThat(market.tonnesOf(ANNA)).isEqualTo("9600/0/0");
        assertThat(market.moneyOf(ANNA)).isEqualTo("1020400.00/0.00");
    }

    @Test
    void aBidBelowTheReservePriceOrItsMoneyTakesNoPart() {
        announce(1_000, "50.00", AuctionPricing.PAY_AS_BID);
        OrderId cheap = bid(BO, "49.99", 400);
        OrderId uncovered = bid(CHEN, "20399.99", "51.00", 400);
        OrderId covered = bid(CHEN, "20400.00", "51.00", 400);

        List<PublishedEvent> events = end();

        assertThat(endOf(events, cheap)).isEqualTo("INVALID 0 0.00");
        assertThat(endOf(events, uncovered)).isEqualTo("INVALID 0 0.00");
        assertThat(endOf(events, covered)).isEqualTo("FILLED 400 20400.00");
        assertThat(market.moneyOf(BO)).isEqualTo("1000000.00/0.00");
    }

    @Test
    void moneyIsPutAsideForABidAndFreeAgainWhenItIsTakenBack() {
        announce(1_000, "50.00", AuctionPricing.PAY_AS_BID);
        OrderId bid = bid(BO, "30000.00", "51.00", 400);
        assertThat(market.moneyOf(BO)).isEqualTo("970000.00/30000.00");

        List<PublishedEvent> events = market.send(new WithdrawBid(CN, "back", BO, bid, DURING));

        assertThat(endOf(events, bid)).isEqualTo("WITHDRAWN 0 0.00");
        assertThat(market.moneyOf(BO)).isEqualTo("1000000.00/0.00");
    }

    @Test
    void aBidderCannotTakeBackAnothersBidNorAnyAfterTheEnd() {
        announce(1_000, "50.00", AuctionPricing.PAY_AS_BID);
        OrderId bid = bid(BO, "51.00", 400);

        assertThat(codeOf(market.send(new WithdrawBid(CN, "w", CHEN, bid, DURING))))
                .isEqualTo(RejectionCode.BID_NOT_OPEN);
        assertThat(codeOf(market.send(new WithdrawBid(CN, "w", BO, bid, ENDS))))
                .isEqualTo(RejectionCode.BID_NOT_OPEN);
    }

    @Test
    void beforeTheEndNoEventSaysWhatIsBid() {
        announce(1_000, "50.00", AuctionPricing.PAY_AS_BID);

        PublishedEvent answer =
                market.send(placement(BO, "60000.00", "51.00", 400, null)).getLast();

        assertThat(answer)
                .isEqualTo(
                        new BidPlaced(
                                "bid",
                                new OrderId(CN, market.lastPosition()),
                                BO,
                                auction,
                                Money.ofYuan("60000.00"),
                                false,
                                DURING));
    }

    @Test
    void bidsAreTakenInTheWindowOnly() {
        announce(1_000, "50.00", AuctionPricing.PAY_AS_BID);

        assertThat(codeOf(market.send(at(placement(BO, "60000.00", "51.00", 4, null), AT))))
                .isEqualTo(RejectionCode.AUCTION_NOT_OPEN);
        assertThat(codeOf(market.send(at(placement(BO, "60000.00", "51.00", 4, null), ENDS))))
                .isEqualTo(RejectionCode.AUCTION_NOT_OPEN);
    }

    @Test
    void onlyAdmittedAccountsBidAndNeverTheSeller() {
        AnnounceAuction open = announcement(1_000, "50.00", AuctionPricing.UNIFORM, ENDS);
        auction = market.nextOrder();
        market.send(forBidders(open, List.of(CHEN)));

        assertThat(codeOf(market.send(placement(BO, "600.00", "51.00", 4, null))))
                .isEqualTo(RejectionCode.BIDDER_NOT_ADMITTED);
        assertThat(market.send(new AdmitBidder(CN, "admit", auction, BO, DURING)))
                .containsExactly(new RequestDone(CN, "admit", null, DURING));
        assertThat(market.send(placement(BO, "600.00", "51.00", 4, null)).getLast())
                .isInstanceOf(BidPlaced.class);
        assertThat(codeOf(market.send(placement(ANNA, "600.00", "51.00", 4, null))))
                .isEqualTo(RejectionCode.BIDDER_NOT_ADMITTED);
    }

    @Test
    void aBidIsCoveredByFreeMoney() {
        announce(1_000, "50.00", AuctionPricing.PAY_AS_BID);

        assertThat(codeOf(market.send(placement(BO, "1000000.01", "51.00", 400, null))))
                .isEqualTo(RejectionCode.FUNDS_INSUFFICIENT);
        assertThat(codeOf(market.send(placement(BO, "0.00", "51.00", 400, null))))
                .isEqualTo(RejectionCode.FUNDS_INSUFFICIENT);
    }

    @Test
    void aRepeatedKeyAnswersAgainAndAnotherBodyIsRefused() {
        announce(1_000, "50.00", AuctionPricing.PAY_AS_BID);
        PlaceBid first = placement(BO, "600.00", "51.00", 4, "key");

        OrderId number = ((BidPlaced) market.send(first).getLast()).order();
        market.restart();
        BidPlaced again = (BidPlaced) market.send(first).getLast();

        assertThat(again.repeated()).isTrue();
        assertThat(again.order()).isEqualTo(number);
        PlaceBid other = placement(BO, "601.00", "51.00", 4, "key");
        assertThat(codeOf(market.send(other))).isEqualTo(RejectionCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(market.moneyOf(BO)).isEqualTo("999400.00/600.00");
    }

    @Test
    void anAuctionEndsNeitherEarlyNorWithAWrongKey() {
        announce(1_000, "50.00", AuctionPricing.PAY_AS_BID);

        assertThat(codeOf(market.send(new EndAuction(CN, "e", auction, keys.opening(), DURING))))
                .isEqualTo(RejectionCode.AUCTION_NOT_OPEN);
        String wrong = AuctionKeys.fresh().opening();
        assertThat(codeOf(market.send(new EndAuction(CN, "e", auction, wrong, ENDS))))
                .isEqualTo(RejectionCode.KEY_DOES_NOT_FIT);
    }

    @Test
    void anAuctionSurvivesARestart() {
        announce(1_000, "50.00", AuctionPricing.PAY_AS_BID);
        bid(BO, "51.00", 400);

        String before = market.engine().stateHash();
        market.restart();

        assertThat(market.engine().stateHash()).isEqualTo(before);
        assertThat(trades(end())).containsExactly("51.00 400");
    }

    @Test
    void whatIsBoughtInAnAuctionCannotBeSoldToday() {
        announce(1_000, "50.00", AuctionPricing.PAY_AS_BID);
        bid(BO, "51.00", 400);
        end();

        assertThat(market.tonnesOf(BO)).isEqualTo("10000/0/400");
    }

    @Test
    void anAuctionCountsInTheDaysVolumeAndNotInItsPrices() {
        announce(1_000, "50.00", AuctionPricing.PAY_AS_BID);
        bid(BO, "51.00", 400);
        end();

        TradingDayClosed closed = only(market.enter(FRIDAY, Phase.CLOSED), TradingDayClosed.class);

        assertThat(closed.volume()).isEqualTo(Tonnes.of(400));
        assertThat(closed.products().getFirst().close()).isEqualTo(Price.ofYuan("48.00"));
        assertThat(closed.products().getFirst().listedVolume()).isEqualTo(Tonnes.ZERO);
        assertThat(closed.products().getFirst().auctionVolume()).isEqualTo(Tonnes.of(400));
    }

    @Test
    void aCancelledAuctionGivesEverythingBack() {
        announce(1_000, "50.00", AuctionPricing.PAY_AS_BID);
        OrderId bid = bid(BO, "51.00", 400);

        List<PublishedEvent> events =
                market.send(new CancelAuction(CN, "off", auction, "Error", DURING));

        assertThat(endOf(events, bid)).isEqualTo("AUCTION_CANCELLED 0 0.00");
        assertThat(only(events, AuctionCancelled.class).reason()).isEqualTo("Error");
        assertThat(market.tonnesOf(ANNA)).isEqualTo("10000/0/0");
        assertThat(market.moneyOf(BO)).isEqualTo("1000000.00/0.00");
    }

    @Test
    void anAuctionThatNobodyEndedIsCalledOffAtTheClose() {
        announce(1_000, "50.00", AuctionPricing.PAY_AS_BID);

        List<PublishedEvent> events = market.enter(FRIDAY, Phase.CLOSED);

        assertThat(only(events, AuctionCancelled.class).auction()).isEqualTo(auction);
        assertThat(market.tonnesOf(ANNA)).isEqualTo("10000/0/0");
    }

    @Test
    void anAuctionOfAnotherDayOutlivesTheClose() {
        AnnounceAuction command = announcement(1_000, "50.00", AuctionPricing.UNIFORM, ENDS);
        auction = market.nextOrder();
        market.send(onMonday(command));
        market.nextDay(FRIDAY, MONDAY);

        assertThat(market.tonnesOf(ANNA)).isEqualTo("9000/1000/0");
    }

    @Test
    void aRestrictedAccountsBidsAndAuctionsEnd() {
        announce(1_000, "50.00", AuctionPricing.PAY_AS_BID);
        OrderId bid = bid(BO, "51.00", 400);

        List<PublishedEvent> events = market.account(BO, 2, AccountState.RESTRICTED);
        assertThat(endOf(events, bid)).isEqualTo("ACCOUNT_RESTRICTED 0 0.00");

        events = market.account(ANNA, 2, AccountState.RESTRICTED);
        assertThat(only(events, AuctionCancelled.class).auction()).isEqualTo(auction);
        assertThat(market.tonnesOf(ANNA)).isEqualTo("10000/0/0");
    }

    private List<PublishedEvent> announce(long tonnes, String price, AuctionPricing pricing) {
        auction = market.nextOrder();
        return market.send(announcement(tonnes, price, pricing, ENDS));
    }

    private AnnounceAuction announcement(
            long tonnes, String price, AuctionPricing pricing, OffsetDateTime end) {
        return new AnnounceAuction(
                CN,
                "announce",
                ANNA,
                CEA,
                Tonnes.of(tonnes),
                Price.ofYuan(price),
                pricing,
                OPENS,
                end,
                List.of(),
                keys.sealing(),
                AT);
    }

    private static AnnounceAuction forBidders(AnnounceAuction of, List<AccountId> bidders) {
        return new AnnounceAuction(
                of.market(),
                of.command(),
                of.account(),
                of.product(),
                of.quantity(),
                of.reservePrice(),
                of.pricing(),
                of.opensAt(),
                of.closesAt(),
                bidders,
                of.sealingKey(),
                of.at());
    }

    private static AnnounceAuction onMonday(AnnounceAuction of) {
        return new AnnounceAuction(
                of.market(),
                of.command(),
                of.account(),
                of.product(),
                of.quantity(),
                of.reservePrice(),
                of.pricing(),
                of.opensAt().plusDays(3),
                of.closesAt().plusDays(3),
                of.bidders(),
                of.sealingKey(),
                of.at());
    }

    private OrderId bid(AccountId bidder, String price, long tonnes) {
        return bid(bidder, "100000.00", price, tonnes);
    }

    private OrderId bid(AccountId bidder, String reserve, String price, long tonnes) {
        PublishedEvent answer =
                market.send(placement(bidder, reserve, price, tonnes, null)).getLast();
        return ((BidPlaced) answer).order();
    }

    private PlaceBid placement(
            AccountId bidder, String reserve, String price, long tonnes, @Nullable String key) {
        return new PlaceBid(
                CN,
                "bid",
                bidder,
                auction,
                Money.ofYuan(reserve),
                keys.seal(auction, bidder, price, tonnes),
                key,
                reserve,
                DURING);
    }

    private static PlaceBid at(PlaceBid bid, OffsetDateTime time) {
        return new PlaceBid(
                bid.market(),
                bid.command(),
                bid.account(),
                bid.auction(),
                bid.reserve(),
                bid.sealedBid(),
                bid.idempotencyKey(),
                bid.bodyDigest(),
                time);
    }

    private List<PublishedEvent> end() {
        return market.send(new EndAuction(CN, "end", auction, keys.opening(), ENDS));
    }

    private static String endOf(List<PublishedEvent> events, OrderId bid) {
        return events.stream()
                .filter(BidEnded.class::isInstance)
                .map(BidEnded.class::cast)
                .filter(end -> end.order().equals(bid))
                .map(end -> end.reason() + " " + end.filled() + " " + end.amount())
                .findFirst()
                .orElse("");
    }

    private static List<String> trades(List<PublishedEvent> events) {
        return events.stream()
                .filter(TradeExecuted.class::isInstance)
                .map(TradeExecuted.class::cast)
                .filter(trade -> trade.method() == TradingMethod.AUCTION)
                .map(trade -> trade.price() + " " + trade.quantity())
                .toList();
    }

    private static RejectionCode codeOf(List<PublishedEvent> events) {
        return switch (events.getLast()) {
            case BidRefused refused -> refused.code();
            case RequestRefused refused -> refused.code();
            default -> throw new AssertionError("not refused: " + events);
        };
    }

    private static <E> E only(List<PublishedEvent> events, Class<E> kind) {
        return kind.cast(events.stream().filter(kind::isInstance).findFirst().orElseThrow());
    }
}

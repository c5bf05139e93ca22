package org.carbonmarket.reporting.dailysheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.events.trading.TradeEvent.TradeVoided;
import org.carbonmarket.events.trading.TradingMethod;
import org.junit.jupiter.api.Test;

class SheetDeltaTest {

    private final List<SheetDelta> day =
            new ArrayList<>(
                    List.of(
                            trade(1, TradingMethod.BLOCK, "40.00", 100_000),
                            trade(2, TradingMethod.LISTED, "48.00", 10),
                            trade(3, TradingMethod.LISTED, "52.80", 20),
                            trade(4, TradingMethod.LISTED, "47.00", 30),
                            trade(5, TradingMethod.AUCTION, "60.00", 500)));

    @Test
    void onlyListedTradesMakePricesButAllMakeVolume() {
        SheetDelta sum = sum();
        assertThat(sum.firstPrice()).isEqualTo(4_800);
        assertThat(sum.high()).isEqualTo(5_280);
        assertThat(sum.low()).isEqualTo(4_700);
        assertThat(sum.lastPrice()).isEqualTo(4_700);
        assertThat(sum.trades()).isEqualTo(5);
        assertThat(sum.listed()).isEqualTo(new TurnoverChange(60, 294_600));
        assertThat(sum.block()).isEqualTo(new TurnoverChange(100_000, 400_000_000));
        assertThat(sum.auction()).isEqualTo(new TurnoverChange(500, 3_000_000));
    }

    @Test
    void tradesAddUpToTheSameSheetInAnyOrder() {
        SheetDelta expected = sum();
        Random random = new Random(48);
        for (int i = 0; i < 100; i++) {
            Collections.shuffle(day, random);
            assertThat(sum()).isEqualTo(expected);
        }
    }

    @Test
    void aVoidedTradeTakesItsVolumeOutAgainAndLeavesThePrices() {
        day.add(SheetDelta.of(voidingOf(3, "52.80", 20)));

        SheetDelta sum = sum();

        assertThat(sum.trades()).isEqualTo(4);
        assertThat(sum.listed()).isEqualTo(new TurnoverChange(40, 189_000));
        assertThat(sum.high()).isEqualTo(5_280);
    }

    @Test
    void aChangeIsSignedAndItsPercentRoundedHalfAwayFromZero() {
        assertThat(Change.inYuan(Price.ofYuan("48.00"), Price.ofYuan("51.23"))).isEqualTo("3.23");
        assertThat(Change.inPercent(Price.ofYuan("48.00"), Price.ofYuan("51.23")))
                .isEqualTo("6.73");
        assertThat(Change.inYuan(Price.ofYuan("48.00"), Price.ofYuan("47.99"))).isEqualTo("-0.01");
        assertThat(Change.inPercent(Price.ofYuan("80.00"), Price.ofYuan("79.90")))
                .isEqualTo("-0.13");
    }

    private static TradeVoided voidingOf(long number, String yuan, long tonnes) {
        Price price = Price.ofYuan(yuan);
        Tonnes quantity = Tonnes.of(tonnes);
        return new TradeVoided(
                new TradeId(Market.CN, 6),
                new TradeId(Market.CN, number),
                LocalDate.of(2021, 7, 16),
                LocalDate.of(2021, 7, 16),
                ProductCode.of("CEA"),
                TradingMethod.LISTED,
                price,
                quantity,
                price.times(quantity),
                "Entered in error.",
                OffsetDateTime.parse("2021-07-16T10:30:00+08:00"));
    }

    private SheetDelta sum() {
        return day.stream().reduce(SheetDelta::and).orElseThrow();
    }

    private static SheetDelta trade(long number, TradingMethod method, String yuan, long tonnes) {
        Price price = Price.ofYuan(yuan);
        Tonnes quantity = Tonnes.of(tonnes);
        return SheetDelta.of(
                new TradeExecuted(
                        new TradeId(Market.CN, number),
                        LocalDate.of(2021, 7, 16),
                        ProductCode.of("CEA"),
                        method,
                        price,
                        quantity,
                        price.times(quantity),
                        Side.BUY,
                        OffsetDateTime.parse("2021-07-16T10:00:00+08:00")));
    }
}

package org.carbonmarket.trading.engine.auction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.trading.engine.AuctionKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SealedBidTest {

    private static final AccountId ANNA = AccountId.of("ANNA");
    private static final OrderId AUCTION = new OrderId(Market.CN, 17);

    private final AuctionKeys keys = AuctionKeys.fresh();
    private final String sealed = keys.seal(AUCTION, ANNA, "51.20", 4_000);

    @Test
    void theOpeningKeyReadsABid() {
        assertThat(open(sealed, keys, AUCTION, ANNA)).isEqualTo(new SealedBid(5_120, 4_000));
    }

    @Test
    void noOtherKeyReadsIt() {
        AuctionKeys other = AuctionKeys.fresh();

        assertThat(SealedBid.open(sealed, other.opening(), keys.sealing(), AUCTION, ANNA)).isNull();
        assertThat(SealedBid.open(sealed, other.opening(), other.sealing(), AUCTION, ANNA))
                .isNull();
    }

    @Test
    void nobodyCanHandInAnothersBid() {
        assertThat(open(sealed, keys, AUCTION, AccountId.of("BO"))).isNull();
    }

    @Test
    void aBidCountsInItsOwnAuctionOnly() {
        assertThat(open(sealed, keys, new OrderId(Market.CN, 18), ANNA)).isNull();
    }

    @Test
    void aDamagedBidIsNone() {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 4;
            assertThat(open(Base64.getEncoder().encodeToString(damaged), keys, AUCTION, ANNA))
                    .as("byte %d", i)
                    .isNull();
        }
        assertThat(open("", keys, AUCTION, ANNA)).isNull();
        assertThat(open("not Base64!", keys, AUCTION, ANNA)).isNull();
    }

    @Test
    void theSameBidLooksDifferentEachTime() {
        assertThat(keys.seal(AUCTION, ANNA, "51.20", 4_000)).isNotEqualTo(sealed);
    }

    @Test
    void theHalvesOfAKeyFitOnlyEachOther() {
        AuctionKeys other = AuctionKeys.fresh();

        assertThat(SealedBid.fit(keys.opening(), keys.sealing())).isTrue();
        assertThat(SealedBid.fit(other.opening(), keys.sealing())).isFalse();
        assertThat(SealedBid.fit("rubbish", keys.sealing())).isFalse();
    }

    private static @Nullable SealedBid open(
            String text, AuctionKeys keys, OrderId auction, AccountId account) {
        return SealedBid.open(text, keys.opening(), keys.sealing(), auction, account);
    }
}

package org.carbonmarket.local.replay.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AuctionBidsTest {

    @Test
    void anEvenAmountIsOneBid() {
        assertThat(AuctionBids.of(30_000, 231_930_000).bids())
                .containsExactly(new PlannedTrade(7731, 30_000));
    }

    @Test
    void anUnevenAmountIsTwoBidsATickApartTheHigherFirst() {
        assertThat(AuctionBids.of(100_000, 745_220_000).bids())
                .containsExactly(new PlannedTrade(7453, 20_000), new PlannedTrade(7452, 80_000));
    }

    @Test
    void anAmountBelowAFenForEachTonneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> AuctionBids.of(100, 99));
    }
}

package org.carbonmarket.settlement.deliverypayment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.jspecify.annotations.Nullable;

/**
 * How far the settlement of a trade is, with the time of each step. A participant sees its own side
 * only: the market does not tell who traded with whom.
 *
 * @param voids the trade that this reverses; absent for a trade
 */
record TradeSettlement(
        TradeId trade,
        LocalDate day,
        ProductCode product,
        Tonnes tonnes,
        Money amount,
        @Nullable TradeId voids,
        @Nullable AccountId buyer,
        @Nullable Money buyerFee,
        @Nullable AccountId seller,
        @Nullable Money sellerFee,
        Instruction.State state,
        @Nullable String cause,
        OffsetDateTime requestedAt,
        @Nullable OffsetDateTime answeredAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable OffsetDateTime deliveredAt) {

    /** Both sides, for those who oversee. */
    static TradeSettlement whole(Instruction of) {
        return of(of, true, true);
    }

    /** What one of the parties may see. */
    static TradeSettlement as(AccountId party, Instruction of) {
        return of(of, party.equals(of.buyer()), party.equals(of.seller()));
    }

    private static TradeSettlement of(Instruction of, boolean buyer, boolean seller) {
        return new TradeSettlement(
                of.trade(),
                of.day(),
                of.product(),
                of.tonnes(),
                of.amount(),
                of.voids(),
                buyer ? of.buyer() : null,
                buyer ? of.buyerFee() : null,
                seller ? of.seller() : null,
                seller ? of.sellerFee() : null,
                of.state(),
                of.cause(),
                of.requestedAt(),
                of.answeredAt(),
                of.endedAt(),
                of.deliveredAt());
    }
}

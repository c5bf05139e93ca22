package org.carbonmarket.trading.voiding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.trading.projection.AsOf;
import org.jspecify.annotations.Nullable;

/** A trade one operator wants voided, until another has decided. */
@Entity
@Table(name = "void_proposal")
@SuppressWarnings("NullAway.Init") // Filled from the row.
class VoidProposal {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    /** The trade's market, for queries. */
    @Enumerated(EnumType.STRING)
    @SuppressWarnings("UnusedVariable")
    private Market market;

    private String trade;
    private String reason;

    @Enumerated(EnumType.STRING)
    private VoidState state;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private OffsetDateTime proposedAt;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable OffsetDateTime decidedAt;

    private @Nullable String refusal;

    protected VoidProposal() {}

    VoidProposal(TradeId trade, String reason, String operator, OffsetDateTime now) {
        this.market = trade.market();
        this.trade = trade.toString();
        this.reason = reason;
        this.state = VoidState.PROPOSED;
        this.proposedBy = operator;
        this.proposedAt = now;
    }

    /** Its number, once it is stored. */
    long number() {
        if (id == null) {
            throw new IllegalStateException("the proposal is not stored yet");
        }
        return id;
    }

    TradeId trade() {
        return TradeId.parse(trade);
    }

    String reason() {
        return reason;
    }

    String proposedBy() {
        return proposedBy;
    }

    /**
     * @throws Refusal when it is decided already, or the same operator asked for it
     */
    void mayBeDecidedBy(String operator) {
        if (state != VoidState.PROPOSED) {
            throw new Refusal(
                    409,
                    "ALREADY_DECIDED",
                    null,
                    "The proposal was decided before: " + state + ".");
        }
        if (proposedBy.equals(operator)) {
            throw new Refusal(
                    403,
                    "SAME_PERSON",
                    null,
                    "Who asked for a trade to be voided may not decide it; another operator must.");
        }
    }

    /**
     * @param why what the market refused it for; absent when it did not
     */
    void decide(VoidState as, String operator, OffsetDateTime now, @Nullable String why) {
        state = as;
        decidedBy = operator;
        decidedAt = now;
        refusal = why;
    }

    VoidView view() {
        return new VoidView(
                number(),
                trade(),
                reason,
                state,
                proposedBy,
                AsOf.shanghai(proposedAt),
                decidedBy,
                decidedAt == null ? null : AsOf.shanghai(decidedAt),
                refusal);
    }
}

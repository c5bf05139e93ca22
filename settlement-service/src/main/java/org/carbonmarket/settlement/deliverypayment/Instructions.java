package org.carbonmarket.settlement.deliverypayment;

import java.util.List;
import java.util.Optional;
import org.carbonmarket.events.quantity.TradeId;

/** Knows the instructions that a batch does not bring itself. */
interface Instructions {

    Optional<Instruction> find(TradeId trade);

    /** Answered instructions that wait, some of those from this trade on, in trade order. */
    List<Instruction> inTurnFrom(TradeId turn);
}

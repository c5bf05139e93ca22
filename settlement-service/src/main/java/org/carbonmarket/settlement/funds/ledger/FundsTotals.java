package org.carbonmarket.settlement.funds.ledger;

import org.carbonmarket.events.quantity.Money;

/**
 * All money at settlement. What came and went is summed from the ledger's entries, the buckets from
 * the balances, so that comparing them means something.
 *
 * @param available of all accounts together, as are {@code inTrading} and {@code frozen}
 * @param fees the platform's own, apart from client money
 * @param balanced whether deposited minus withdrawn equals all buckets, fees and reserve (I2)
 */
public record FundsTotals(
        Money deposited,
        Money withdrawn,
        Money available,
        Money inTrading,
        Money frozen,
        Money fees,
        Money riskReserve,
        boolean balanced) {

    static FundsTotals of(
            Money deposited,
            Money withdrawn,
            Money available,
            Money inTrading,
            Money frozen,
            Money fees,
            Money riskReserve) {
        Money held = available.plus(inTrading).plus(frozen).plus(fees).plus(riskReserve);
        return new FundsTotals(
                deposited,
                withdrawn,
                available,
                inTrading,
                frozen,
                fees,
                riskReserve,
                deposited.equals(withdrawn.plus(held)));
    }
}

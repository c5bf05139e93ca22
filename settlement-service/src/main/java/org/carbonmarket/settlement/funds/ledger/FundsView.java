package org.carbonmarket.settlement.funds.ledger;

import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.settlement.funds.Balance;

/** What an account holds, by bucket. */
public record FundsView(Money available, Money inTrading, Money frozen) {

    public static FundsView of(Balance balance) {
        return new FundsView(
                Money.ofFen(balance.available()),
                Money.ofFen(balance.inTrading()),
                Money.ofFen(balance.frozen()));
    }
}

package org.carbonmarket.settlement.fees;

import java.time.LocalDate;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;

/**
 * The fees of a market's day, of settled trades only.
 *
 * @param fees buyers' and sellers' together
 */
record DayFees(
        Market market, LocalDate day, long trades, Money buyerFees, Money sellerFees, Money fees) {}

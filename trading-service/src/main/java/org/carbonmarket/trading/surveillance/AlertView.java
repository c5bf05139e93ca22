package org.carbonmarket.trading.surveillance;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.trading.SupervisionEvent.AlertKind;

/**
 * Something that looked wrong.
 *
 * @param alert its number, gapless per market
 * @param evidence one sentence each
 */
public record AlertView(
        long alert,
        LocalDate day,
        AlertKind kind,
        ProductCode product,
        List<AccountId> accounts,
        List<String> evidence,
        OffsetDateTime at) {

    public AlertView {
        accounts = List.copyOf(accounts);
        evidence = List.copyOf(evidence);
    }
}

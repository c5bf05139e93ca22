package org.carbonmarket.trading.engine.surveillance;

import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.trading.SupervisionEvent.AlertKind;

/**
 * Something to look into.
 *
 * @param evidence one sentence each
 */
public record Suspicion(AlertKind kind, List<AccountId> accounts, List<String> evidence) {

    public Suspicion {
        accounts = List.copyOf(accounts);
        evidence = List.copyOf(evidence);
    }
}

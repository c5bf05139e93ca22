package org.carbonmarket.registry.accounts;

import java.util.Optional;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.registry.accounts.ClosingCondition.Obstacle;

/** What another feature demands before a pending account may be activated. */
public interface ActivationCondition {

    /** What stands in the way, asked while the account is locked. */
    Optional<Obstacle> obstacleTo(AccountId account);
}

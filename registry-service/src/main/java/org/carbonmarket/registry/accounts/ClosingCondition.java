package org.carbonmarket.registry.accounts;

import java.util.Optional;
import org.carbonmarket.events.quantity.AccountId;

/** What another feature demands before an account may be closed. */
public interface ClosingCondition {

    /** What stands in the way, asked while the account is locked. */
    Optional<Obstacle> obstacleTo(AccountId account);

    /**
     * Why an account cannot be closed.
     *
     * @param code a stable code
     * @param detail a sentence for the operator
     */
    record Obstacle(String code, String detail) {}
}

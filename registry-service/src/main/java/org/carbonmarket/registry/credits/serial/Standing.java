package org.carbonmarket.registry.credits.serial;

import org.carbonmarket.events.quantity.AccountId;

/** Where a credit stands. From {@link Retired} no way leads on. */
public sealed interface Standing {

    /** An account holds it under its serial number. */
    record Held(AccountId account) implements Standing {}

    /**
     * It backs one fungible unit; which one is open until units are retired, first in first out.
     */
    record Pooled() implements Standing {}

    /** It left the market for good. */
    record Retired(String retirement) implements Standing {}
}

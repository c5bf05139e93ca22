package org.carbonmarket.registry.province;

import org.carbonmarket.events.quantity.AccountId;

/** Where an entity's allocation goes. */
public sealed interface Route {

    /** To the entity itself. */
    record Own() implements Route {}

    /** To the provincial account, which keeps it for an entity in arrears or under restriction. */
    record Kept(AccountId provincial) implements Route {}

    /** Nowhere: the account is not open, or its province has no account to keep it. */
    record Barred(String code, String reason) implements Route {}
}

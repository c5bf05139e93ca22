package org.carbonmarket.registry.transfers;

import org.carbonmarket.events.quantity.AccountId;

/** The account that is to be trusted. */
record TrustAccount(AccountId trusted) {}

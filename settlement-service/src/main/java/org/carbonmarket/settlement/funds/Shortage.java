package org.carbonmarket.settlement.funds;

import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;

/** A bucket holds less than a posting asks of it. */
public record Shortage(AccountId account, Bucket bucket, Money held, Money asked) {}

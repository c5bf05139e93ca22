package org.carbonmarket.settlement.bank.deposits;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;

/**
 * Money the bank confirmed as received for an account.
 *
 * @param posting the ledger's number of it
 */
public record Deposit(
        AccountId account, Money amount, String bankReference, long posting, OffsetDateTime at) {}

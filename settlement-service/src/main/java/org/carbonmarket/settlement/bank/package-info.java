/**
 * The settlement bank as the market sees it: what it may say, whatever form its messages travel in.
 * Deposits, withdrawals and reconciliation are packages of their own; {@code iso20022} reads and
 * writes the messages.
 */
@NullMarked
package org.carbonmarket.settlement.bank;

import org.jspecify.annotations.NullMarked;

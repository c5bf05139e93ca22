@NullMarked
package org.carbonmarket.settlement.bank.withdrawals;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.carbonmarket.settlement.bank.reconciliation;

import org.jspecify.annotations.NullMarked;

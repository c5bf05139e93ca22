/** The participants' own bank accounts, to which alone money is paid out. */
@NullMarked
package org.carbonmarket.settlement.bank.payees;

import org.jspecify.annotations.NullMarked;

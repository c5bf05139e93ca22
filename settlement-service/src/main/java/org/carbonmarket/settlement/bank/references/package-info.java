/** The bank's references, each accepted once, and where the bank contradicted itself. */
@NullMarked
package org.carbonmarket.settlement.bank.references;

import org.jspecify.annotations.NullMarked;

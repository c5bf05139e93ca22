/** Tests of ledgers' copies. */
@NullMarked
package org.carbonmarket.ledger.offline;

import org.jspecify.annotations.NullMarked;

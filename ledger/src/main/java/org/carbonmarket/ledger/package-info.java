/**
 * What every double-entry ledger shares: the hash chain over its postings and the chain's audit.
 */
@NullMarked
package org.carbonmarket.ledger;

import org.jspecify.annotations.NullMarked;

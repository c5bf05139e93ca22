/** Tests of credits together with the ledger. */
@NullMarked
package org.carbonmarket.registry.credits;

import org.jspecify.annotations.NullMarked;

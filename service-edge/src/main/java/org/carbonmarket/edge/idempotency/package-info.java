/** Retries that change nothing. */
@NullMarked
package org.carbonmarket.edge.idempotency;

import org.jspecify.annotations.NullMarked;

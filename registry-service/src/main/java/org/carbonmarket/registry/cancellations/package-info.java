/** Allowances given up of free will. */
@NullMarked
package org.carbonmarket.registry.cancellations;

import org.jspecify.annotations.NullMarked;

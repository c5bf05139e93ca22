/**
 * Allocation by a plan's formula: determined in advance and finally, approved, posted in batches.
 */
@NullMarked
package org.carbonmarket.registry.determination;

import org.jspecify.annotations.NullMarked;

/** Transfers without a trade, behind every defence that a theft of the past has taught. */
@NullMarked
package org.carbonmarket.registry.transfers;

import org.jspecify.annotations.NullMarked;
